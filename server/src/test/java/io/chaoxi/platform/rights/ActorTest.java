package io.chaoxi.platform.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.testing.Somebody;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ActorTest {
    private static final Actor REP = Somebody.who("customer.read")
            .reaches("customer", DataScope.DEPARTMENT)
            .field("customer", "phone", FieldRight.READ)
            .field("customer", "remark", FieldRight.HIDDEN)
            .actor();
    private final Actor program = Actor.system(4, ZoneId.of("Asia/Shanghai"));

    @Test
    void nobodyMayWhatHisRolesDoNotSay() {
        assertThat(REP.may("customer.read")).isTrue();
        assertThat(REP.may("customer.delete")).isFalse();
        REP.require("customer.read");
        assertThatThrownBy(() -> REP.require("customer.delete")).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.status()).isEqualTo(403);
            assertThat(refusal.arguments()).containsEntry("permission", "customer.delete");
        });
    }

    @Test
    void onesOwnRecordsAreReachedOfWhatTheRolesDoNotName() {
        assertThat(REP.scope("customer")).isEqualTo(DataScope.DEPARTMENT);
        assertThat(REP.scope("contact")).isEqualTo(DataScope.SELF);
    }

    @Test
    void aRoleDecidesOverWhatHoldsForTheField() {
        assertThat(REP.field("customer", "phone", true)).isEqualTo(FieldRight.READ);
        assertThat(REP.field("customer", "remark", false)).isEqualTo(FieldRight.HIDDEN);
        assertThat(REP.field("customer", "email", true)).isEqualTo(FieldRight.MASKED);
        assertThat(REP.field("customer", "name", false)).isEqualTo(FieldRight.WRITE);
        assertThat(REP.field("contact", "phone", true)).isEqualTo(FieldRight.MASKED);
    }

    @Test
    void theAdministratorMayEverything() {
        Actor administrator = REP.with(true, Set.of(), Map.of(), REP.fields(), null);
        assertThat(administrator.may("anything.at.all")).isTrue();
        assertThat(administrator.scope("customer")).isEqualTo(DataScope.ALL);
        assertThat(administrator.field("customer", "remark", true)).isEqualTo(FieldRight.WRITE);
    }

    @Test
    void theProgramActsForAFirmWithEveryRightAndAsNobody() {
        assertThat(program.tenant()).isEqualTo(4);
        assertThat(program.zone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
        assertThat(program.may("customer.delete")).isTrue();
        assertThat(program.program()).isTrue();
        assertThat(REP.program()).isFalse();
        assertThat(Actor.isProgram(null)).isFalse();
    }

    @Test
    void thePersonIsCalledByHisNameAndTheProgramByItsOwn() {
        UUID colleague = new UUID(1, 2);
        assertThat(Actor.name(colleague, Map.of(colleague, "王芳"))).isEqualTo("王芳");
        assertThat(Actor.name(new UUID(1, 3), Map.of(colleague, "王芳"))).isNull();
        assertThat(Actor.name(program.person(), Map.of())).isEqualTo("潮汐");
    }

    @Test
    void anotherLanguageChangesNothingElse() {
        Actor english = REP.in(Locale.ENGLISH);
        assertThat(english.locale()).isEqualTo(Locale.ENGLISH);
        assertThat(english.in(REP.locale())).isEqualTo(REP);
    }

    @Test
    void aTokenNarrowsTheRightsAndLeavesThePerson() {
        var ticket = new Presence.Ticket(new UUID(3, 3), 1, REP.person(), Set.of("contact.read"));
        Actor narrow = REP.with(
                false,
                Set.of("contact.read"),
                Map.of("contact", DataScope.ALL),
                Map.of("contact", Map.of("phone", FieldRight.HIDDEN)),
                ticket);
        assertThat(narrow.may("customer.read")).isFalse();
        assertThat(narrow.may("contact.read")).isTrue();
        assertThat(narrow.scope("contact")).isEqualTo(DataScope.ALL);
        assertThat(narrow.field("contact", "phone", true)).isEqualTo(FieldRight.HIDDEN);
        assertThat(narrow.ticket()).isEqualTo(ticket);
        assertThat(narrow.with(false, REP.permissions(), REP.scopes(), REP.fields(), null))
                .isEqualTo(REP);
    }
}
