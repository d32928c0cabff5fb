package io.chaoxi.platform.tenant;

import static chaoxi.tables.Tables.CONTACT;
import static chaoxi.tables.Tables.CUSTOMER;
import static chaoxi.tables.Tables.SESSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.rights.Actor;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.jooq.tools.jdbc.MockConnection;
import org.jooq.tools.jdbc.MockResult;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The first wall reads every form of statement, or refuses it. */
class TenantWallTest {
    private static final Actor OF_FIRM_7 = Actor.system(7, ZoneOffset.UTC);
    private static final UUID ID = new UUID(1, 1);

    private final DSLContext database = database();

    private static DSLContext database() {
        var wall = new TenantWall();
        var configuration = new DefaultConfiguration();
        configuration.set(SQLDialect.POSTGRES);
        configuration.setConnection(new MockConnection(context -> new MockResult[] {new MockResult(0)}));
        configuration.setVisitListener(wall);
        configuration.set(new DefaultExecuteListenerProvider(wall));
        return DSL.using(configuration);
    }

    private String sql(Query query) {
        TransactionSynchronizationManager.setActualTransactionActive(true);
        try {
            return Acting.as(OF_FIRM_7, () -> database.renderInlined(query));
        } finally {
            TransactionSynchronizationManager.setActualTransactionActive(false);
        }
    }

    @Test
    void nothingIsReadOutsideATransactionWhereItWouldSeemEmpty() {
        assertThatThrownBy(() -> Acting.as(
                        OF_FIRM_7,
                        () -> database.renderInlined(
                                database.select(CUSTOMER.NAME).from(CUSTOMER))))
                .isInstanceOf(TenantWall.Breach.class);
    }

    private static int conditions(String sql) {
        return sql.split("\"tenant_id\" = 7", -1).length - 1;
    }

    @Test
    void aSelectIsBoundToTheFirm() {
        assertThat(sql(database.select(CUSTOMER.NAME).from(CUSTOMER).where(CUSTOMER.ID.eq(ID))))
                .contains("\"customer\".\"tenant_id\" = 7");
    }

    @Test
    void everyTableOfAJoinIsBound() {
        var join = database.select(CUSTOMER.NAME).from(CUSTOMER).join(CONTACT).on(CONTACT.CUSTOMER_ID.eq(CUSTOMER.ID));
        assertThat(conditions(sql(join))).isEqualTo(2);
    }

    @Test
    void theOptionalSideOfAnOuterJoinIsBoundWhereItIsJoined() {
        var contact = CONTACT.as("c");
        var join =
                database.select(CUSTOMER.NAME).from(CUSTOMER).leftJoin(contact).on(contact.CUSTOMER_ID.eq(CUSTOMER.ID));
        String sql = sql(join);
        assertThat(sql.substring(0, sql.indexOf(" where "))).contains("\"c\".\"tenant_id\" = 7");
        assertThat(sql.substring(sql.indexOf(" where "))).contains("\"customer\".\"tenant_id\" = 7");
    }

    @Test
    void subqueriesDerivedTablesAndLateralsAreBoundInside() {
        var inner = DSL.select(CONTACT.CUSTOMER_ID).from(CONTACT);
        assertThat(conditions(sql(database.select(CUSTOMER.NAME).from(CUSTOMER).where(CUSTOMER.ID.in(inner)))))
                .isEqualTo(2);
        assertThat(conditions(sql(database.selectFrom(inner.asTable("d"))))).isEqualTo(1);
        assertThat(conditions(sql(
                        database.selectOne().from(DSL.unnest(new UUID[] {ID})).crossJoin(DSL.lateral(inner)))))
                .isEqualTo(1);
        assertThat(conditions(sql(database.select(CUSTOMER.NAME)
                        .from(CUSTOMER)
                        .union(DSL.select(CONTACT.NAME).from(CONTACT)))))
                .isEqualTo(2);
        assertThat(conditions(sql(database.select(DSL.exists(inner))))).isEqualTo(1);
    }

    @Test
    void updatesAndDeletesAreBound() {
        assertThat(conditions(
                        sql(database.update(CUSTOMER).set(CUSTOMER.NAME, "a").where(CUSTOMER.ID.eq(ID)))))
                .isEqualTo(1);
        assertThat(conditions(sql(database.update(CUSTOMER).set(CUSTOMER.NAME, "a"))))
                .isEqualTo(1);
        assertThat(conditions(sql(database.deleteFrom(CONTACT).where(CONTACT.ID.eq(ID)))))
                .isEqualTo(1);
    }

    @Test
    void anInsertWithoutTenantIsRefused() {
        assertThatThrownBy(() -> sql(database.insertInto(CUSTOMER, CUSTOMER.ID).values(ID)))
                .isInstanceOf(TenantWall.Breach.class);
    }

    @Test
    void whatItCannotReadIsRefused() {
        assertThatThrownBy(() -> Acting.as(OF_FIRM_7, () -> database.execute("delete from customer")))
                .isInstanceOf(TenantWall.Breach.class);
        assertThatThrownBy(() -> Acting.as(OF_FIRM_7, () -> database.fetch("select * from customer")))
                .isInstanceOf(TenantWall.Breach.class);
        assertThatThrownBy(() -> sql(database.select(CUSTOMER.NAME)
                        .from(CUSTOMER)
                        .fullJoin(CONTACT)
                        .on(CONTACT.CUSTOMER_ID.eq(CUSTOMER.ID))))
                .isInstanceOf(TenantWall.Breach.class);
    }

    @Test
    void nobodyReachesAFirmsTableButSessionsAreFoundBeforeTheFirmIsKnown() {
        assertThatThrownBy(() -> database.renderInlined(database.selectFrom(CUSTOMER)))
                .isInstanceOf(TenantWall.Breach.class);
        assertThat(database.renderInlined(database.select(SESSION.ID).from(SESSION)))
                .doesNotContain("where");
    }
}
