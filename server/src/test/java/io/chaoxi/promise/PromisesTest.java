package io.chaoxi.promise;

import static chaoxi.tables.Tables.PROMISE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What was promised: written, kept with a proof, moved with a reason, released, and back where that was a slip. */
class PromisesTest extends GivenWord {
    @Test
    void wordsADayAndACustomerAreEnough() {
        var made = promise(rep, Map.of());
        assertThat(made.at("/owner/id").asString()).isEqualTo(rep.id().toString());
        assertThat(status(made)).isEqualTo("open");
        assertThat(made.path("firstDueOn").asString()).isEqualTo(day(3));
        assertThat(Instant.parse(made.path("dueAt").asString()))
                .isEqualTo(today.plusDays(4).atStartOfDay(ZONE).toInstant());
        assertThat(Instant.parse(made.path("remindAt").asString()))
                .as("nine in the morning of the day before")
                .isEqualTo(today.plusDays(2).atTime(9, 0).atZone(ZONE).toInstant());
        assertThat(made.path("moves").asInt()).isZero();
    }

    @Test
    void aReminderIsChosenOrNone() {
        var timed = promise(rep, Map.of("dueTime", "15:00"));
        assertThat(Instant.parse(timed.path("remindAt").asString()))
                .isEqualTo(today.plusDays(2).atTime(9, 0).atZone(ZONE).toInstant());
        var chosen = promise(rep, Map.of("dueTime", "15:00", "remindBefore", 30));
        assertThat(Instant.parse(chosen.path("remindAt").asString()))
                .isEqualTo(today.plusDays(3).atTime(14, 30).atZone(ZONE).toInstant());
        var none = new HashMap<String, Object>();
        none.put("remindBefore", null);
        assertThat(promise(rep, none).path("remindAt").isNull()).isTrue();
    }

    @Test
    void whatCannotBePromisedIsRefusedWithItsField() {
        assertThat(fault(post(rep.http(), Map.of("dueOn", day(-1))))).isEqualTo("dueOn promiseDuePassed");
        assertThat(fault(post(rep.http(), Map.of("dueOn", day(0), "dueTime", "0:00"))))
                .isEqualTo("dueOn promiseDuePassed");
        assertThat(fault(post(rep.http(), Map.of("dueTime", "25:00")))).isEqualTo("dueTime notATimeOfDay");
        assertThat(fault(post(rep.http(), Map.of("dueOn", "9026-01-01")))).isEqualTo("dueOn farAhead");
        assertThat(fault(rep.http().post(PROMISES, Map.of("subject", "对谁？", "dueOn", day(1)))))
                .isEqualTo("customer promiseToWhom");
        for (var computed :
                List.of("status", "brokenAt", "keptAt", "firstDueOn", "moves", "countsFor", "apologyDueAt")) {
            assertThat(fault(post(rep.http(), Map.of(computed, "kept")))).isEqualTo(computed + " fieldComputed");
        }
        var lead = firm.record("lead", Map.of("name", "线索公司", "owner", rep.id()));
        assertThat(fault(post(rep.http(), Map.of("customer", customer, "lead", lead))))
                .isEqualTo("lead leadOrCustomer");
    }

    @Test
    void itIsKeptWithAProofInWordsOrAsAFile() {
        var made = promise(rep, Map.of());
        assertThat(fault(act(rep.http(), made, "keep", Map.of()))).isEqualTo("proof promiseNeedsProof");
        assertThat(rep.http()
                        .upload(PROMISES + "/" + id(made) + "/files", "签收单.txt", "王建国 签")
                        .status())
                .isBetween(200, 201);
        var kept = did(act(rep.http(), made, "keep", Map.of()));
        assertThat(kept.path("proof").asString()).isEqualTo("签收单.txt");
        assertThat(status(kept)).isEqualTo("kept");
        assertThat(kept.at("/countsFor/id").asString()).isEqualTo(rep.id().toString());
        assertThat(kept.path("brokenAt").isNull()).isTrue();
        assertThat(kept.path("remindAt").isNull()).isTrue();
        var other = kept(rep, promise(rep, Map.of()));
        assertThat(other.path("proof").asString()).isEqualTo("已签收");
    }

    @Test
    void whoComesLateIsToldByWhomItWasKept() {
        var made = promise(rep, Map.of());
        kept(rep, made);
        var late = act(admin, made, "keep", Map.of("proof", "我也签了"));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.code()).isEqualTo("promiseKept");
        assertThat(late.text()).contains("已经兑现了这个承诺");
        assertThat(rep.http()
                        .post(PROMISES + "/" + id(made) + "/keep", Map.of("proof", "x"))
                        .status())
                .isEqualTo(428);
    }

    @Test
    void ofManyAtOnceOneKeepsIt() throws Exception {
        var made = promise(rep, Map.of());
        List<Callable<Integer>> racers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            var by = i % 2 == 0 ? rep.http() : admin;
            String verb = i < 4 ? "keep" : "release";
            racers.add(() -> act(by, made, verb, bodies().get(verb)).status());
        }
        List<Integer> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> one : threads.invokeAll(racers)) answers.add(one.get());
        }
        assertThat(answers).containsOnlyOnce(200).containsOnly(200, 409);
    }

    @Test
    void aMoveTakesAReasonIsCountedAndTheFirstDayStays() {
        var made = promise(rep, Map.of());
        String path = PROMISES + "/" + id(made);
        assertThat(fault(rep.http().patch(path, 1, Map.of("dueOn", day(9))))).isEqualTo("dueOn promiseMovedByAct");
        assertThat(fault(rep.http().patch(path, 1, Map.of("dueTime", "9:00")))).isEqualTo("dueTime promiseMovedByAct");
        assertThat(fault(act(rep.http(), made, "postpone", Map.of("dueOn", day(9)))))
                .isEqualTo("reason notBlank");
        var same = Map.of("dueOn", day(3), "reason", "缺料");
        assertThat(fault(act(rep.http(), made, "postpone", same))).isEqualTo("dueOn promiseSameDue");
        var past = Map.of("dueOn", day(-1), "reason", "缺料");
        assertThat(fault(act(rep.http(), made, "postpone", past))).isEqualTo("dueOn promiseDuePassed");
        var move = Map.of("dueOn", day(5), "dueTime", "10:00", "reason", "缺料", "agreed", true);
        var moved = did(act(rep.http(), made, "postpone", move));
        assertThat(moved.path("dueOn").asString()).isEqualTo(day(5));
        assertThat(moved.path("firstDueOn").asString()).isEqualTo(day(3));
        assertThat(moved.path("moves").asInt()).isEqualTo(1);
        assertThat(moved.path("moveAgreed").asBoolean()).isTrue();
        var again = did(act(rep.http(), moved, "postpone", Map.of("dueOn", day(8), "reason", "还是缺料")));
        assertThat(again.path("moves").asInt()).isEqualTo(2);
        assertThat(again.path("dueTime").isNull()).isTrue();
        assertThat(again.path("moveAgreed").asBoolean()).isFalse();
        assertThat(get(rep.http(), path + "/history").toString()).contains("postponed", "缺料", day(5));
    }

    @Test
    void theCustomerLetsUsOffBeforeItsTimeAndNotBehindIt() {
        var made = promise(rep, Map.of());
        assertThat(fault(act(rep.http(), made, "release", Map.of()))).isEqualTo("reason notBlank");
        var released = did(act(rep.http(), made, "release", Map.of("reason", "客户说不用寄了")));
        assertThat(status(released)).isEqualTo("released");
        assertThat(act(rep.http(), released, "keep", Map.of("proof", "寄了")).code())
                .isEqualTo("promiseReleased");
        var passed = promise(rep, Map.of());
        letPass(passed, 1);
        assertThat(act(rep.http(), passed, "release", Map.of("reason", "客户说不用寄了"))
                        .code())
                .as("also in the minute before the round")
                .isEqualTo("promiseBroken");
        assertThat(act(rep.http(), passed, "postpone", Map.of("dueOn", day(5), "reason", "缺料"))
                        .code())
                .isEqualTo("promiseBroken");
    }

    @Test
    void aSlipIsTakenBackAndWhatEndedKeepsItsWords() {
        var kept = kept(rep, promise(rep, Map.of()));
        String path = PROMISES + "/" + id(kept);
        assertThat(fault(rep.http().patch(path, 2, Map.of("subject", "别的")))).isEqualTo("subject promiseStands");
        var open = did(act(rep.http(), kept, "reopen", Map.of()));
        assertThat(status(open)).isEqualTo("open");
        assertThat(open.path("proof").isNull()).isTrue();
        assertThat(open.path("countsFor").isNull()).isTrue();
        assertThat(act(rep.http(), open, "reopen", Map.of()).code()).isEqualTo("promiseOpen");
        did(rep.http().patch(path, 3, Map.of("subject", "周五前寄三件样品")));
    }

    private void dueRightBehind(JsonNode kept) {
        var due = Instant.parse(kept.path("keptAt").asString()).plusNanos(1_000);
        firm.administrator()
                .as(() -> inTransaction(() -> application
                        .getBean(DSLContext.class)
                        .update(PROMISE)
                        .set(PROMISE.DUE_AT, due.atOffset(ZoneOffset.UTC))
                        .where(PROMISE.ID.eq(UUID.fromString(id(kept))))
                        .execute()));
    }

    @Test
    void whatWasKeptInTimeAndIsReopenedBehindItIsBroken() {
        var made = promise(rep, Map.of());
        var kept = kept(rep, made);
        dueRightBehind(kept);
        var again = did(act(rep.http(), kept, "reopen", Map.of()));
        assertThat(status(again)).isEqualTo("broken");
        assertThat(again.at("/countsFor/id").asString()).isEqualTo(rep.id().toString());
        assertThat(again.path("apologyDueAt").isNull()).isFalse();
    }

    @Test
    void itIsDeletedOnTheDayOfTheSlipOnly() {
        var made = promise(rep, Map.of());
        assertThat(rep.http().delete(PROMISES + "/" + id(made)).status()).isEqualTo(204);
        did(rep.http().post(PROMISES + "/" + id(made) + "/restore", Map.of()));
        var ended = kept(rep, promise(rep, Map.of()));
        assertThat(rep.http().delete(PROMISES + "/" + id(ended)).code()).isEqualTo("promiseStays");
        var passed = promise(rep, Map.of());
        letPass(passed, 1);
        assertThat(admin.delete(PROMISES + "/" + id(passed)).code()).isEqualTo("promiseStays");
    }

    @Test
    void recordsTellWhatWasPromisedThere() {
        UUID contact = firm.record("contact", Map.of("name", "王建国", "customer", customer));
        promise(rep, Map.of("subject", "后", "dueOn", day(5)));
        var first = promise(rep, Map.of("subject", "先", "contact", contact, "dueOn", day(2)));
        assertThat(first.at("/customer/id").asString()).isEqualTo(customer.toString());
        kept(rep, promise(rep, Map.of("subject", "兑现的")));
        var passed = promise(rep, Map.of("subject", "没做到的"));
        letPass(passed, 1);
        roundAfter(Duration.ZERO);
        var block = get(rep.http(), "/api/v1/customers/" + customer + "/promises");
        assertThat(subjects(block.path("open"))).containsExactly("先", "后");
        assertThat(subjects(block.path("broken"))).containsExactly("没做到的");
        assertThat(subjects(block.path("closed"))).containsExactly("兑现的");
        assertThat(subjects(get(rep.http(), "/api/v1/contacts/" + contact + "/promises")
                        .path("open")))
                .containsExactly("先");
    }
}
