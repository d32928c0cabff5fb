package io.chaoxi.customer;

import static chaoxi.tables.Tables.CUSTOMER;
import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.platform.rights.Actor;
import io.chaoxi.platform.rights.DataScope;
import io.chaoxi.platform.rights.FieldRight;
import io.chaoxi.platform.rights.Shares;
import io.chaoxi.platform.text.Masks;
import io.chaoxi.testing.Somebody;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a row beyond somebody's scope tells him: that it is there, and no more. */
class ReachTest {
    private static final UUID SALES = new UUID(1, 1);
    private static final UUID SALES_EAST = new UUID(1, 2);
    private static final UUID FINANCE = new UUID(1, 3);
    private static final UUID CUSTOMER_ID = new UUID(3, 1);
    private static final UUID COLLEAGUE = new UUID(2, 2);

    private static String name(Actor actor, boolean reached) {
        return Reach.name(actor, "customer", reached, "恒锐精密仪器", Masks::generic);
    }

    @Test
    void aNameIsWholeInReachAndMaskedBeyondIt() {
        Actor rep = Somebody.who("customer.read").actor();
        assertThat(name(rep, true)).isEqualTo("恒锐精密仪器");
        assertThat(name(rep, false)).isEqualTo("恒****器");
        Actor masked = Somebody.who("customer.read")
                .field("customer", "name", FieldRight.MASKED)
                .actor();
        assertThat(name(masked, true)).isEqualTo("恒****器");
    }

    @ParameterizedTest
    @CsvSource({"HIDDEN,", "MASKED, 欧阳**", "READ, 欧阳娜娜", "WRITE, 欧阳娜娜"})
    void whomToAskIsNamedAsARoleLetsColleaguesBeNamed(FieldRight right, String shown) {
        Actor actor = Somebody.who().field("person", "name", right).actor();
        assertThat(Reach.ownerName(actor, "欧阳娜娜")).isEqualTo(shown);
        assertThat(Reach.ownerName(actor, null)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"HIDDEN, false, false", "MASKED, false, true", "READ, true, true", "WRITE, true, true"})
    void aValueThatStaysMaskedIsNotFoundByTrying(FieldRight right, boolean opens, boolean toWhoMayReveal) {
        Actor rep = Somebody.who().field("customer", "phone", right).actor();
        assertThat(Reach.opens(rep, "customer", "phone", true)).isEqualTo(opens);
        Actor revealing = Somebody.who("customer.reveal")
                .field("customer", "phone", right)
                .actor();
        assertThat(Reach.opens(revealing, "customer", "phone", true)).isEqualTo(toWhoMayReveal);
    }

    @Test
    void whatIsSensitiveIsMaskedByItself() {
        Actor rep = Somebody.who("customer.read").actor();
        for (String field : List.of("phone", "telephone", "email", "birthday")) {
            assertThat(Reach.opensKey(rep, "contact", field)).as(field).isFalse();
        }
        assertThat(Reach.opensKey(rep, "contact", "customer")).isTrue();
        assertThat(Reach.opensKey(rep, "customer", "phone")).isFalse();
        assertThat(Reach.opensKey(rep, "customer", "email")).isFalse();
        assertThat(Reach.opensKey(rep, "customer", "name")).isTrue();
        assertThat(Reach.opensKey(rep, "customer", "creditCode")).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void whoMayNotReadReachesNothing(DataScope scope) {
        Actor actor = Somebody.who("contact.read")
                .reaches("customer", scope)
                .in(SALES)
                .actor();
        assertThat(Reach.of(actor, "customer", row(Somebody.ID, SALES))).isFalse();
        assertThat(condition(actor)).isEqualTo("false");
    }

    private static Actor reaching(DataScope scope, UUID... departments) {
        return Somebody.who("customer.read")
                .reaches("customer", scope)
                .in(departments)
                .actor();
    }

    private static Reach.Row row(UUID owner, UUID department) {
        return new Reach.Row(CUSTOMER_ID, null, owner, department);
    }

    private static String condition(Actor actor) {
        return Reach.condition(actor, "customer", CUSTOMER.OWNER_ID, CUSTOMER.OWNER_DEPARTMENT_ID)
                .toString();
    }

    @ParameterizedTest
    @CsvSource({
        "SELF, true, false, false",
        "DEPARTMENT, false, true, false",
        "DEPARTMENT_TREE, false, true, true",
        "ALL, true, true, true"
    })
    void otherwiseTheScopeOfListsDecides(DataScope scope, boolean own, boolean ofDepartment, boolean below) {
        Actor actor = reaching(scope, SALES, SALES_EAST);
        assertThat(Reach.of(actor, "customer", row(Somebody.ID, FINANCE))).isEqualTo(own);
        assertThat(Reach.of(actor, "customer", row(COLLEAGUE, SALES))).isEqualTo(ofDepartment);
        assertThat(Reach.of(actor, "customer", row(COLLEAGUE, SALES_EAST))).isEqualTo(below);
        assertThat(Reach.of(actor, "customer", row(null, null))).isEqualTo(scope == DataScope.ALL);
        assertThat(condition(actor).contains(Somebody.ID.toString())).isEqualTo(scope == DataScope.SELF);
        assertThat(condition(actor).contains(SALES.toString())).isEqualTo(ofDepartment && scope != DataScope.ALL);
        assertThat(condition(actor).contains(SALES_EAST.toString())).isEqualTo(below && scope != DataScope.ALL);
    }

    @ParameterizedTest
    @EnumSource(names = {"DEPARTMENT", "DEPARTMENT_TREE"})
    void whoHasNoDepartmentReachesHisOwn(DataScope scope) {
        Actor actor = reaching(scope);
        assertThat(Reach.of(actor, "customer", row(Somebody.ID, SALES))).isTrue();
        assertThat(Reach.of(actor, "customer", row(COLLEAGUE, null))).isFalse();
        assertThat(condition(actor)).contains("owner_id").contains(Somebody.ID.toString());
    }

    @Test
    void whatIsSharedIsReachedButNotInHisCharge() {
        Shares shares = new Shares(Map.of("customer", Set.of(CUSTOMER_ID)), Map.of());
        Actor rep = Somebody.who("customer.read", "contact.read")
                .reaches("customer", DataScope.SELF)
                .reaches("contact", DataScope.SELF)
                .sharedWith(shares)
                .actor();
        assertThat(Reach.of(rep, "customer", row(COLLEAGUE, SALES))).isTrue();
        assertThat(Reach.inCharge(rep, "customer", COLLEAGUE, SALES)).isFalse();
        UUID elsewhere = new UUID(3, 2);
        assertThat(Reach.of(rep, "customer", new Reach.Row(elsewhere, null, COLLEAGUE, SALES)))
                .isFalse();
        UUID contact = new UUID(4, 1);
        assertThat(Reach.of(rep, "contact", new Reach.Row(contact, CUSTOMER_ID, COLLEAGUE, SALES)))
                .as("with its customer")
                .isTrue();
        assertThat(Reach.of(rep, "contact", new Reach.Row(contact, elsewhere, COLLEAGUE, SALES)))
                .isFalse();
        assertThat(Reach.toWrite(rep, "customer", row(COLLEAGUE, SALES)))
                .as("shared to read")
                .isFalse();
        Actor works = Somebody.who("customer.read")
                .reaches("customer", DataScope.SELF)
                .sharedWith(new Shares(shares.readable(), shares.readable()))
                .actor();
        assertThat(Reach.toWrite(works, "customer", row(COLLEAGUE, SALES))).isTrue();
        Actor blind = Somebody.who().sharedWith(shares).actor();
        assertThat(Reach.of(blind, "customer", row(COLLEAGUE, SALES))).isFalse();
        assertThat(Reach.inCharge(blind, "customer", Somebody.ID, SALES)).isFalse();
    }
}
