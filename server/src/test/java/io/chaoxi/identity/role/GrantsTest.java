package io.chaoxi.identity.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.Described;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.rights.Actor;
import io.chaoxi.platform.rights.DataScope;
import io.chaoxi.platform.rights.FieldRight;
import io.chaoxi.testing.Somebody;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Nobody gives what he lacks: not more rights, not wider, not deeper. */
class GrantsTest {
    private static final UUID SALES = new UUID(1, 1);
    private static final UUID SALES_EAST = new UUID(1, 2);
    private static final UUID FINANCE = new UUID(1, 3);
    private static final Grants GRANTS =
            new Grants(new Permissions(Described.catalogues(), Described.LABELS), Described.catalogues());

    private static Somebody manager() {
        return Somebody.who("customer.read", "customer.update", "department.read")
                .reaches("customer", DataScope.DEPARTMENT_TREE)
                .field("customer", "address", FieldRight.READ)
                .in(SALES, SALES_EAST);
    }

    private static Rights customers(DataScope scope, Map<String, FieldRight> fields, String... permissions) {
        return new Rights(
                false, Set.of(permissions), Map.of("customer", scope, "department", scope), Map.of("customer", fields));
    }

    private static void given(Actor actor, Rights wanted) {
        Acting.as(actor, () -> GRANTS.check(wanted));
    }

    private static void refused(Actor actor, Rights wanted, String lacking) {
        assertThatThrownBy(() -> given(actor, wanted)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.status()).isEqualTo(403);
            assertThat(refusal.code()).isEqualTo("grantBeyondOwn");
            assertThat(refusal.arguments()).containsEntry("permission", lacking);
        });
    }

    @Test
    void onesOwnRightsAndNarrowerOnesCanBeGiven() {
        given(
                manager().actor(),
                customers(DataScope.DEPARTMENT_TREE, Map.of("address", FieldRight.READ), "customer.read"));
        given(
                manager().actor(),
                customers(DataScope.SELF, Map.of("address", FieldRight.HIDDEN), "customer.read", "customer.update"));
        given(Somebody.whoMayEverything(), Rights.EVERYTHING);
    }

    @Test
    void aPermissionThatOneLacksCannot() {
        refused(manager().actor(), customers(DataScope.SELF, Map.of(), "customer.delete"), "customer.delete");
        refused(manager().actor(), Rights.EVERYTHING, "administrator");
    }

    @Test
    void aWiderScopeCannot() {
        refused(manager().actor(), customers(DataScope.ALL, Map.of(), "customer.read"), "customer.scope");
        given(manager().actor(), customers(DataScope.ALL, Map.of(), "department.read"));
    }

    @Test
    void aDeeperRightToAFieldCannot() {
        var writes = Map.of("address", FieldRight.WRITE);
        refused(manager().actor(), customers(DataScope.SELF, writes, "customer.read"), "customer.address");
        var reads = Map.of("address", FieldRight.READ, "phone", FieldRight.READ);
        refused(manager().actor(), customers(DataScope.SELF, reads, "customer.read"), "customer.phone");
        var masked = Map.of("address", FieldRight.READ, "phone", FieldRight.MASKED);
        given(manager().actor(), customers(DataScope.SELF, masked, "customer.read"));
    }

    /** Of the field that he may only read the wanted role says nothing, which means writing. */
    @Test
    void silenceGivesWhatHoldsForTheFieldAndThatCanBeTooMuch() {
        refused(manager().actor(), customers(DataScope.SELF, Map.of(), "customer.read"), "customer.address");
    }

    @Test
    void whatIsSaidOfObjectsWithoutAnyRightIsNotAsked() {
        given(manager().actor(), new Rights(false, Set.of(), Map.of("customer", DataScope.ALL), Map.of()));
    }

    @Test
    void whoReachesByDepartmentBringsPeopleOnlyWhereHeReaches() {
        Actor manager = manager().actor();
        Acting.as(manager, () -> GRANTS.checkDepartment(SALES_EAST));
        outOfReach(() -> Acting.as(manager, () -> GRANTS.checkDepartment(FINANCE)), "department");
        outOfReach(() -> Acting.as(manager, () -> GRANTS.checkDepartment(null)), "department");
        Actor head = manager().reaches("customer", DataScope.DEPARTMENT).actor();
        outOfReach(() -> Acting.as(head, () -> GRANTS.checkDepartment(FINANCE)), "department");
    }

    @Test
    void whereDepartmentsDecideNothingAnyOneIsFree() {
        Actor rep = Somebody.who().in(SALES).actor();
        Acting.as(rep, () -> GRANTS.checkDepartment(FINANCE));
        Acting.as(Somebody.whoMayEverything(), () -> GRANTS.checkDepartment(FINANCE));
    }

    @Test
    void theTreeIsMovedWithinOnesReachUnlessOneSeesAll() {
        Actor manager = manager().actor();
        Acting.as(manager, () -> GRANTS.checkTree(SALES_EAST));
        outOfReach(() -> Acting.as(manager, () -> GRANTS.checkTree(FINANCE)), "parent");
        Acting.as(Somebody.whoMayEverything(), () -> GRANTS.checkTree(FINANCE));
        Actor half = manager().reaches("customer", DataScope.ALL).actor();
        outOfReach(() -> Acting.as(half, () -> GRANTS.checkTree(FINANCE)), "parent");
    }

    private static void outOfReach(Runnable check, String field) {
        assertThatThrownBy(check::run)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.errors()).singleElement().satisfies(error -> {
                            assertThat(error.field()).isEqualTo(field);
                            assertThat(error.code()).isEqualTo("departmentOutOfReach");
                        }));
    }
}
