package io.chaoxi.identity.role;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.platform.record.Described;
import io.chaoxi.platform.rights.DataScope;
import io.chaoxi.platform.rights.FieldRight;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What somebody may who has two roles: of every right the wider one. */
class RightsTest {
    private static final Permissions KNOWN = new Permissions(Described.catalogues(), Described.LABELS);
    private static final Rights REP = new Rights(
            false,
            Set.of("customer.read", "customer.update"),
            Map.of("customer", DataScope.DEPARTMENT, "contact", DataScope.ALL),
            Map.of(
                    "customer", Map.of("phone", FieldRight.READ, "remark", FieldRight.HIDDEN),
                    "contact", Map.of("phone", FieldRight.WRITE)));
    private static final Rights SERVICE = new Rights(
            false,
            Set.of("customer.read", "contact.read"),
            Map.of("customer", DataScope.SELF, "contact", DataScope.DEPARTMENT),
            Map.of("customer", Map.of("email", FieldRight.HIDDEN, "remark", FieldRight.MASKED)));

    @Test
    void permissionsAddUp() {
        assertThat(REP.and(SERVICE, KNOWN).permissions())
                .containsExactlyInAnyOrder("customer.read", "customer.update", "contact.read");
        assertThat(REP.and(SERVICE, KNOWN).everything()).isFalse();
    }

    @Test
    void theWiderScopeCountsEitherWay() {
        assertThat(REP.and(SERVICE, KNOWN).scope("customer")).isEqualTo(DataScope.DEPARTMENT);
        assertThat(SERVICE.and(REP, KNOWN).scope("customer")).isEqualTo(DataScope.DEPARTMENT);
    }

    /** The rep has no right to contacts at all, so that his scope over them is nobody's. */
    @Test
    void whatARoleSaysOfAnObjectItHasNoRightToDoesNotCount() {
        for (Rights both : new Rights[] {REP.and(SERVICE, KNOWN), SERVICE.and(REP, KNOWN)}) {
            assertThat(both.scope("contact")).isEqualTo(DataScope.DEPARTMENT);
            assertThat(both.field("contact", "phone", FieldRight.MASKED)).isEqualTo(FieldRight.MASKED);
            assertThat(both.scopes()).doesNotContainKey("department");
            assertThat(both.fields()).doesNotContainKey("department");
        }
    }

    @Test
    void ofAFieldTheWiderRightCountsAndSilenceMeansWhatHoldsForTheField() {
        Rights both = REP.and(SERVICE, KNOWN);
        assertThat(both.fields().get("customer"))
                .containsEntry("phone", FieldRight.READ)
                .containsEntry("remark", FieldRight.MASKED)
                .containsEntry("email", FieldRight.MASKED);
        assertThat(SERVICE.and(REP, KNOWN)).isEqualTo(both);
        assertThat(both.field("customer", "name", FieldRight.WRITE)).isEqualTo(FieldRight.WRITE);
    }

    @Test
    void whoIsAdministratorTooMayEverything() {
        assertThat(REP.and(Rights.EVERYTHING, KNOWN)).isEqualTo(Rights.EVERYTHING);
        assertThat(Rights.EVERYTHING.and(REP, KNOWN)).isEqualTo(Rights.EVERYTHING);
        assertThat(Rights.EVERYTHING.touches("anything")).isTrue();
        assertThat(Rights.EVERYTHING.scope("customer")).isEqualTo(DataScope.ALL);
        assertThat(Rights.EVERYTHING.field("customer", "phone", FieldRight.MASKED))
                .isEqualTo(FieldRight.WRITE);
    }

    @Test
    void withoutARoleThereIsNoRight() {
        assertThat(Rights.NONE.touches("customer")).isFalse();
        assertThat(Rights.NONE.scope("customer")).isEqualTo(DataScope.SELF);
        for (Rights rep : new Rights[] {Rights.NONE.and(REP, KNOWN), REP.and(Rights.NONE, KNOWN)}) {
            assertThat(rep.permissions()).isEqualTo(REP.permissions());
            assertThat(rep.scope("customer")).isEqualTo(DataScope.DEPARTMENT);
            assertThat(rep.fields().get("customer")).isEqualTo(REP.fields().get("customer"));
        }
        assertThat(REP.touches("customer")).isTrue();
        assertThat(REP.touches("custom")).isFalse();
    }
}
