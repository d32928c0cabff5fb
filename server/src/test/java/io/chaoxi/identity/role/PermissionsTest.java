package io.chaoxi.identity.role;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.platform.record.Described;
import io.chaoxi.platform.record.RecordType;
import io.chaoxi.platform.rights.DataScope;
import io.chaoxi.platform.rights.FieldRight;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which permissions there are, and which of them a new firm's roles have. */
class PermissionsTest {
    private static final Permissions KNOWN = new Permissions(Described.catalogues(), Described.LABELS);

    @Test
    void onlyWhatIsOwnedCanBeAssignedRevealedMergedAndSharedAndClaimedWhereThereArePools() {
        assertThat(Permissions.actions(Described.CONTACTS))
                .containsExactlyInAnyOrder(
                        "read", "create", "update", "delete", "export", "import", "assign", "reveal", "merge", "share");
        assertThat(Permissions.actions(Described.CUSTOMERS)).contains("assign", "share", "claim");
        assertThat(Permissions.actions(Described.DEPARTMENTS))
                .containsExactlyInAnyOrder("read", "create", "update", "delete", "export", "import");
    }

    @Test
    void everyPermissionStandsOnTheRolePageWithItsObjectAndLabel() {
        assertThat(KNOWN.entries()).extracting(Permissions.Entry::key).containsExactlyInAnyOrderElementsOf(KNOWN.all());
        assertThat(KNOWN.entries()).allMatch(entry -> !entry.label().zh().isBlank());
        assertThat(KNOWN.entries())
                .anyMatch(entry -> entry.key().equals("customer.merge")
                        && "customer".equals(entry.object())
                        && entry.label()
                                .zh()
                                .equals(Described.LABELS
                                        .of("permission", "action.merge")
                                        .zh()));
        assertThat(KNOWN.entries()).anyMatch(entry -> entry.key().equals("audit.read") && entry.object() == null);
        assertThat(KNOWN.all()).contains("contact.reveal", "settings.manage").doesNotContain("department.merge");
    }

    @Test
    void objectsAreThoseThatRegistered() {
        assertThat(KNOWN.objects()).containsExactlyInAnyOrder("customer", "contact", "department");
        assertThat(KNOWN.type("contact")).map(RecordType::path).contains("contacts");
        assertThat(KNOWN.type("invoice")).isEmpty();
        assertThat(KNOWN.business()).containsExactlyInAnyOrder("customer", "contact");
    }

    @ParameterizedTest
    @CsvSource({"customer, phone, MASKED", "customer, name, WRITE", "customer, invented, WRITE", "invoice, phone, WRITE"
    })
    void ofPersonalDataARoleThatSaysNothingShowsTheMask(String object, String field, FieldRight right) {
        assertThat(KNOWN.byDefault(object, field)).isEqualTo(right);
    }

    @Test
    void theAdministratorsRightsSpelledOutLackNothing() {
        Rights spelled = KNOWN.spelledOut();
        assertThat(spelled.everything()).isFalse();
        assertThat(spelled.permissions()).isEqualTo(KNOWN.all());
        assertThat(spelled.scope("department")).isEqualTo(DataScope.ALL);
        assertThat(spelled.fields().get("customer")).hasSize(2).containsEntry("phone", FieldRight.WRITE);
        assertThat(spelled.fields().get("contact")).containsEntry("wechat", FieldRight.WRITE);
    }

    @ParameterizedTest
    @CsvSource({
        "MANAGER, DEPARTMENT_TREE, customer.merge customer.export contact.assign bulk.run view.publish",
        "REP, SELF, customer.create contact.reveal customer.share bulk.run",
        "SERVICE, ALL, customer.read contact.update customer.reveal",
        "FINANCE, ALL, customer.read contact.read",
        "AUDITOR, ALL, customer.read audit.read"
    })
    void standardRolesMayWhatTheirWorkNeeds(StandardRole role, DataScope scope, String permissions) {
        Rights rights = role.rights(KNOWN);
        assertThat(rights.permissions()).contains(permissions.split(" ")).contains("department.read");
        assertThat(rights.scope("customer")).isEqualTo(scope);
        assertThat(rights.scope("contact")).isEqualTo(scope);
        assertThat(rights.fields().get("person")).containsEntry("login", FieldRight.HIDDEN);
    }

    @ParameterizedTest
    @CsvSource({
        "MANAGER, settings.manage department.update people.manage",
        "REP, customer.merge customer.export customer.assign department.create audit.read",
        "SERVICE, customer.create customer.delete customer.export bulk.run",
        "FINANCE, customer.update customer.reveal",
        "AUDITOR, customer.update customer.reveal settings.manage"
    })
    void andNoMore(StandardRole role, String permissions) {
        assertThat(role.rights(KNOWN).permissions()).doesNotContain(permissions.split(" "));
        assertThat(role.rights(KNOWN).everything()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void aStandardRoleIsKnownByItsCode(StandardRole role) {
        assertThat(StandardRole.of(role.code())).contains(role);
        assertThat(StandardRole.of(role.name() + "?")).isEmpty();
        assertThat(role.label().en()).isNotBlank();
        assertThat(KNOWN.all())
                .containsAll(role.rights(KNOWN).permissions().stream()
                        .filter(permission -> !permission.startsWith("person."))
                        .toList());
    }

    @Test
    void theAdministratorMayEverything() {
        assertThat(StandardRole.ADMINISTRATOR.rights(KNOWN)).isEqualTo(Rights.EVERYTHING);
        assertThat(StandardRole.ADMINISTRATOR.code()).isEqualTo("administrator");
    }
}
