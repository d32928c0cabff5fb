package io.chaoxi.pool;

import static chaoxi.tables.Tables.CHANGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.RecordWriting;
import io.chaoxi.platform.record.Writing;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.TestDatabase;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What nobody follows returns, and whose it was is warned of that. */
class ReturnsTest extends ReturningFirm {
    /** A Monday before weeks without official holidays. */
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);

    @Autowired
    Catalogues catalogues;

    @Autowired
    RecordWriting writing;

    private void patch(UUID id, Map<String, Object> patch) {
        firm.administrator().as(() -> writing.change(catalogues.of(object()), id, null, patch, Writing.BY_HAND));
    }

    @Test
    void whatNobodyFollowedForTheDaysOfTheRuleReturnsWithTheReason() {
        moveTo(MONDAY, 9);
        UUID id = owned("无人问津", "310000", member);
        rule(standard, Map.of("days", 10));
        assertThat(lastDay(id)).isEqualTo(MONDAY.plusDays(10));
        pass(4);
        touched(id, "call");
        assertThat(lastDay(id)).isEqualTo(MONDAY.plusDays(14));
        moveTo(MONDAY.plusDays(14), 23);
        assertThat(run().returned()).isZero();
        moveTo(MONDAY.plusDays(15), 0);
        assertThat(run()).isEqualTo(new ReturnRound.Done(0, 1));
        var row = row(id);
        assertThat(row.get("owner_id")).isNull();
        assertThat(row.get("pool_id")).isEqualTo(shanghai);
        assertThat(row.get("former_owner_id")).isEqualTo(member.id());
        assertThat(row.get("pool_reason")).isEqualTo("10 天没跟进（上次 " + MONDAY.plusDays(4) + "）");
        assertThat(row.get("return_at")).isNull();
        var line = asProgram(() -> database.selectFrom(CHANGE)
                .where(CHANGE.RECORD_ID.eq(id))
                .orderBy(CHANGE.ID.desc())
                .limit(1)
                .fetchSingle());
        assertThat(line.getKind()).isEqualTo("returned");
        assertThat(line.getChanges().data())
                .contains("poolReason", "formerOwner", member.id().toString());
        assertTold(member, "没人跟进");
        assertThat(run()).isEqualTo(new ReturnRound.Done(0, 0));
    }

    @Test
    void itsOwnerIsWarnedOnceAndNobodyLosesWhatHeWasNotWarnedOf() {
        moveTo(MONDAY, 9);
        UUID id = owned("快回落了", member);
        owned("也快回落了", member);
        rule(standard, Map.of("days", 10, "warnDays", 3));
        pass(6);
        assertThat(run().warned()).isZero();
        pass(1);
        assertThat(run().warned()).isEqualTo(2);
        assertThat(run().warned()).isZero();
        assertTold(member, counted(2) + "快回落了，最早的到 2026-12-10 为止");
        assertThat(lastDay(id)).isEqualTo(MONDAY.plusDays(10));
        // Nobody was warned of these: the program was off for a month.
        UUID late = owned("停机时到期", other);
        pass(30);
        assertThat(run()).isEqualTo(new ReturnRound.Done(1, 2));
        assertThat(ownerOf(late)).isEqualTo(other.id());
        assertThat(lastDay(late)).isEqualTo(today().plusDays(3));
        pass(3);
        assertThat(run().returned()).isZero();
        pass(1);
        assertThat(run().returned()).isEqualTo(1);
    }

    @Test
    void aRuleThatBecomesShorterLeavesTheTimeOfTheWarning() {
        moveTo(MONDAY, 9);
        UUID id = owned("原来很久", member);
        rule(standard, Map.of("days", 60, "warnDays", 5));
        pass(30);
        rule(standard, Map.of("days", 10, "warnDays", 5));
        assertThat(lastDay(id)).isEqualTo(today().plusDays(5));
        assertThat(run()).isEqualTo(new ReturnRound.Done(1, 0));
        recount();
        pass(2);
        recount();
        assertThat(run()).isEqualTo(new ReturnRound.Done(0, 0));
        assertThat(lastDay(id)).isEqualTo(today().plusDays(3));
        pass(4);
        assertThat(run()).isEqualTo(new ReturnRound.Done(0, 1));
    }

    @Test
    void aRuleCountsFromTheDayOnWhichItIsSwitchedOn() {
        moveTo(MONDAY, 9);
        UUID id = owned("老客户", member);
        pass(200);
        rule(standard, Map.of("days", 10));
        assertThat(lastDay(id)).isEqualTo(today().plusDays(10));
        assertThat(run()).isEqualTo(new ReturnRound.Done(0, 0));
    }

    @Test
    void theRuleIsThatOfThePoolItWasClaimedFromAndOfTheDefaultOneOnceThatIsGone() {
        moveTo(MONDAY, 9);
        UUID id = ownerless("上海甲", "310000");
        rule(standard, Map.of("days", 20));
        rule(shanghai, Map.of("days", 5));
        firm.administrator().as(() -> application.getBean(Claims.class).claim(catalogues.of(object()), id, null));
        assertThat(lastDay(id)).isEqualTo(MONDAY.plusDays(5));
        firm.administrator().as(() -> {
            writing.delete(catalogues.of("pool"), shanghai, Writing.BY_HAND);
            return null;
        });
        recount();
        assertThat(lastDay(id)).isEqualTo(MONDAY.plusDays(20));
    }

    @Test
    void onlyTheKindsOfTheRuleAreAFollowUpAndDaysOfWorkSkipWeekendsAndHolidays() {
        moveTo(LocalDate.of(2026, 9, 28), 9);
        UUID id = owned("国庆前", member);
        rule(standard, Map.of("days", 5, "kinds", List.of("visit"), "workdays", true));
        // From Monday the 28th: two days before the holidays of 1 to 7 October, the 8th, the 9th and a Saturday worked.
        assertThat(lastDay(id)).isEqualTo(LocalDate.of(2026, 10, 10));
        pass(1);
        touched(id, "call");
        assertThat(lastDay(id)).isEqualTo(LocalDate.of(2026, 10, 10));
        touched(id, "visit");
        assertThat(lastDay(id)).isEqualTo(LocalDate.of(2026, 10, 12));
    }

    @Test
    void aNewOwnerTheWayBackFromTheBinAndTheEndOfALockBeginAnew() {
        moveTo(MONDAY, 9);
        UUID id = owned("换人", member);
        rule(standard, Map.of("days", 10));
        pass(3);
        patch(id, Map.of("owner", other.id()));
        assertThat(lastDay(id)).isEqualTo(MONDAY.plusDays(13));
        pass(2);
        var locks = application.getBean(Locks.class);
        firm.administrator().as(() -> locks.put(catalogues.of(object()), id, true, "大客户"));
        assertThat(lastDay(id)).isNull();
        pass(50);
        assertThat(run()).isEqualTo(new ReturnRound.Done(0, 0));
        firm.administrator().as(() -> locks.put(catalogues.of(object()), id, false, "谈完了"));
        assertThat(lastDay(id)).isEqualTo(today().plusDays(10));
        firm.administrator().as(() -> {
            writing.delete(catalogues.of(object()), id, Writing.BY_HAND);
            return null;
        });
        pass(40);
        assertThat(run()).isEqualTo(new ReturnRound.Done(0, 0));
        firm.administrator().as(() -> {
            writing.restore(catalogues.of(object()), id, Writing.BY_HAND);
            return null;
        });
        assertThat(lastDay(id)).isEqualTo(today().plusDays(10));
    }

    @Test
    void itGoesToAPersonOrAPoolAndByConditionsOnceThatIsGone() {
        moveTo(MONDAY, 9);
        UUID toPerson = owned("给人", member);
        rule(standard, Map.of("days", 5, "to", "person", "person", other.id().toString()));
        pass(6);
        run();
        assertThat(ownerOf(toPerson)).isEqualTo(other.id());
        assertThat(lastDay(toPerson)).isEqualTo(today().plusDays(5));
        assertTold(other, "「给人」回落到你名下");
        assertThat(firm.administrator()
                        .http()
                        .get(list() + "/" + toPerson + "/history")
                        .text())
                .contains("returned", "poolReason");
        // He who gets what others lose does not get back what he lost himself.
        pass(6);
        run();
        assertThat(ownerOf(toPerson)).isNull();
        UUID named = owned("给公海", member);
        rule(standard, Map.of("days", 5, "to", "pool", "pool", shanghai.toString()));
        pass(6);
        run();
        assertThat(row(named).get("pool_id")).isEqualTo(shanghai);
        UUID last = owned("去处没了", member);
        firm.administrator().as(() -> {
            writing.delete(catalogues.of("pool"), shanghai, Writing.BY_HAND);
            return null;
        });
        pass(6);
        run();
        assertThat(row(last).get("pool_id")).isEqualTo(standard);
        assertThat(row(last).get("pool_reason", String.class)).contains("去处已不在");
    }

    @Test
    void aClockThatJumpsReturnsNobodyUnwarnedAndNobodyTwice() {
        moveTo(MONDAY, 9);
        UUID id = owned("跳来跳去", member);
        rule(standard, Map.of("days", 10, "warnDays", 2));
        pass(31);
        assertThat(run()).isEqualTo(new ReturnRound.Done(1, 0));
        pass(-31);
        assertThat(run()).isEqualTo(new ReturnRound.Done(0, 0));
        assertThat(ownerOf(id)).isEqualTo(member.id());
        pass(34);
        assertThat(run()).isEqualTo(new ReturnRound.Done(0, 1));
        pass(-34);
        assertThat(run()).isEqualTo(new ReturnRound.Done(0, 0));
        pass(70);
        assertThat(run()).isEqualTo(new ReturnRound.Done(0, 0));
    }

    @Test
    void inAZoneWithSummerTimeDaysAreThoseOfTheCalendar() {
        database().arrange("update tenant set time_zone = 'Europe/Berlin' where id = " + firm.tenant());
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        clock.set(LocalDate.of(2027, 3, 20).atTime(23, 30).atZone(berlin).toInstant());
        UUID id = owned("夏令时", member);
        rule(standard, Map.of("days", 8));
        assertThat(returnAt(id))
                .isEqualTo(LocalDate.of(2027, 3, 29).atStartOfDay(berlin).toInstant());
    }

    @Test
    void otherFirmsAreLeftAlone() {
        moveTo(MONDAY, 9);
        var foreign = Firm.found(application);
        UUID theirs = foreign.record(object(), Map.of("name", "别家的"));
        owned("自家的", member);
        rule(standard, Map.of("days", 5));
        pass(60);
        round.runAll();
        assertThat(database().count(object() + " where owner_id is null and tenant_id = " + firm.tenant()))
                .isEqualTo(1);
        assertThat(database().count(object() + " where id = '" + theirs + "' and owner_id is not null"))
                .isEqualTo(1);
    }

    private TestDatabase database() {
        return application.getBean(TestDatabase.class);
    }
}
