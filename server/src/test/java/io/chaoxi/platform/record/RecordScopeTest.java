package io.chaoxi.platform.record;

import static io.chaoxi.platform.record.Described.CONTACTS;
import static io.chaoxi.platform.record.Described.CUSTOMERS;
import static io.chaoxi.platform.record.Described.DEPARTMENTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.platform.rights.Actor;
import io.chaoxi.platform.rights.DataScope;
import io.chaoxi.platform.rights.Shares;
import io.chaoxi.testing.Somebody;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which rows a person reaches; that the statements find the same ones, AccessModelTest tells. */
class RecordScopeTest {
    private static final UUID SALES = new UUID(1, 1);
    private static final UUID SALES_EAST = new UUID(1, 2);
    private static final UUID FINANCE = new UUID(1, 3);
    private static final UUID COLLEAGUE = new UUID(2, 2);
    private static final UUID CUSTOMER = new UUID(3, 3);

    private static boolean reaches(RecordScope scope, UUID owner, UUID department) {
        var row = new java.util.HashMap<String, UUID>();
        row.put("id", new UUID(4, 4));
        row.put("owner_id", owner);
        row.put("owner_department_id", department);
        return scope.holds(row::get);
    }

    private static Actor manager(DataScope scope) {
        return Somebody.who().reaches("customer", scope).in(SALES, SALES_EAST).actor();
    }

    @Test
    void aRepReachesHisOwnOnly() {
        var scope = RecordScope.of(CUSTOMERS, manager(DataScope.SELF));
        assertThat(reaches(scope, Somebody.ID, FINANCE)).isTrue();
        assertThat(reaches(scope, COLLEAGUE, SALES)).isFalse();
        assertThat(reaches(scope, null, SALES)).isFalse();
    }

    @Test
    void aDepartmentReachesItsOwnRowsAndATreeThoseBelow() {
        var department = RecordScope.of(CUSTOMERS, manager(DataScope.DEPARTMENT));
        assertThat(reaches(department, COLLEAGUE, SALES)).isTrue();
        assertThat(reaches(department, COLLEAGUE, SALES_EAST)).isFalse();
        assertThat(reaches(department, Somebody.ID, FINANCE)).isFalse();
        var tree = RecordScope.of(CUSTOMERS, manager(DataScope.DEPARTMENT_TREE));
        assertThat(reaches(tree, COLLEAGUE, SALES)).isTrue();
        assertThat(reaches(tree, COLLEAGUE, SALES_EAST)).isTrue();
        assertThat(reaches(tree, COLLEAGUE, FINANCE)).isFalse();
        assertThat(reaches(tree, COLLEAGUE, null)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"DEPARTMENT", "DEPARTMENT_TREE"})
    void whoHasNoDepartmentReachesHisOwn(DataScope wide) {
        var scope = RecordScope.of(
                CUSTOMERS, Somebody.who().reaches("customer", wide).actor());
        assertThat(reaches(scope, Somebody.ID, SALES)).isTrue();
        assertThat(reaches(scope, COLLEAGUE, null)).isFalse();
    }

    @Test
    void allAndWhatHasNoOwnerIsOpenToTheWholeFirm() {
        assertThat(reaches(RecordScope.of(CUSTOMERS, manager(DataScope.ALL)), null, null))
                .isTrue();
        var departments = RecordScope.of(DEPARTMENTS, Somebody.who().actor());
        assertThat(departments.holds(column -> null)).isTrue();
        assertThat(departments.condition(DEPARTMENTS).toString()).isEqualTo("true");
    }

    @Test
    void whatIsSharedIsReachedBesidesAndOnlyAsItWasShared() {
        var shares = new Shares(Map.of("customer", Set.of(CUSTOMER)), Map.of());
        Actor actor = Somebody.who().sharedWith(shares).actor();
        var row = Map.of("id", CUSTOMER, "owner_id", COLLEAGUE);
        assertThat(RecordScope.of(CUSTOMERS, actor).holds(row::get)).isTrue();
        assertThat(RecordScope.toWrite(CUSTOMERS, actor).holds(row::get))
                .as("shared for reading")
                .isFalse();
        assertThat(RecordScope.own(CUSTOMERS, actor).holds(row::get))
                .as("not in his charge")
                .isFalse();
        assertThat(reaches(RecordScope.of(CUSTOMERS, actor), Somebody.ID, null)).isTrue();
        assertThat(reaches(RecordScope.of(CUSTOMERS, actor), COLLEAGUE, null)).isFalse();
    }

    @Test
    void contactsAreSharedWithTheirCustomer() {
        var shares = new Shares(Map.of("customer", Set.of(CUSTOMER)), Map.of("customer", Set.of(CUSTOMER)));
        Actor actor = Somebody.who().sharedWith(shares).actor();
        var there = Map.of("id", new UUID(5, 5), "owner_id", COLLEAGUE, "customer_id", CUSTOMER);
        var elsewhere = Map.of("id", CUSTOMER, "owner_id", COLLEAGUE, "customer_id", COLLEAGUE);
        assertThat(RecordScope.toWrite(CONTACTS, actor).holds(there::get)).isTrue();
        assertThat(RecordScope.toWrite(CONTACTS, actor).holds(elsewhere::get)).isFalse();
    }

    @Test
    void sharesDoNotNarrowWhoReachesEverything() {
        var shares = new Shares(Map.of("customer", Set.of(CUSTOMER)), Map.of());
        Actor all = Somebody.who()
                .reaches("customer", DataScope.ALL)
                .sharedWith(shares)
                .actor();
        assertThat(reaches(RecordScope.of(CUSTOMERS, all), COLLEAGUE, FINANCE)).isTrue();
    }

    /** The columns by which an index finds them. */
    @Test
    void theStatementAsksForTheSameColumns() {
        Actor rep = Somebody.who()
                .sharedWith(new Shares(Map.of("customer", Set.of(CUSTOMER)), Map.of()))
                .actor();
        String own = RecordScope.own(CUSTOMERS, rep).condition(CUSTOMERS).toString();
        assertThat(own).contains("owner_id").contains(Somebody.ID.toString());
        String shared = RecordScope.of(CUSTOMERS, rep).condition(CUSTOMERS).toString();
        assertThat(shared).contains(own).contains(" or ").contains(CUSTOMER.toString());
        String tree = RecordScope.own(CUSTOMERS, manager(DataScope.DEPARTMENT_TREE))
                .condition(CUSTOMERS)
                .toString();
        assertThat(tree).contains("owner_department_id").contains(SALES.toString(), SALES_EAST.toString());
        assertThat(RecordScope.of(CUSTOMERS, manager(DataScope.ALL))
                        .condition(CUSTOMERS)
                        .toString())
                .isEqualTo("true");
    }
}
