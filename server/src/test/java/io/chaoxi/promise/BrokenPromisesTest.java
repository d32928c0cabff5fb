package io.chaoxi.promise;

import static chaoxi.tables.Tables.PROMISE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoxi.testing.Jobs;
import io.chaoxi.testing.SignedIn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import tools.jackson.databind.JsonNode;

/** A promise breaks once by its time passing, whoever is told of it, and nobody mends it by writing. */
class BrokenPromisesTest extends GivenWord {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static Stream<JsonNode> told(SignedIn person, String kind) {
        return get(person.http(), "/api/v1/notifications")
                .path("items")
                .valueStream()
                .filter(one -> one.path("kind").asString().equals(kind));
    }

    private static JsonNode awaitTold(SignedIn person, String kind) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (told(person, kind).findAny().isEmpty()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        assertThat(told(person, kind)).hasSize(1);
        return told(person, kind).findFirst().orElseThrow();
    }

    @Test
    void itBreaksOnceHoweverTheClockRuns() {
        var made = promise(rep, Map.of());
        assertThat(roundAfter(Duration.ZERO).broken()).isZero();
        assertThat(roundAfter(Duration.ofDays(31)).broken()).isEqualTo(1);
        assertThat(roundAfter(Duration.ofDays(31)).broken()).isZero();
        assertThat(roundAfter(Duration.ofDays(-31)).broken()).isZero();
        var broken = get(rep.http(), PROMISES + "/" + id(made));
        assertThat(status(broken)).isEqualTo("broken");
        assertThat(broken.path("brokenAt")).isEqualTo(made.path("dueAt"));
        assertThat(broken.at("/countsFor/id").asString()).isEqualTo(rep.id().toString());
        assertThat(broken.path("apologyDueAt").isNull()).isFalse();
        assertThat(broken.path("remindAt").isNull()).isTrue();
        assertThat(get(rep.http(), PROMISES + "/" + id(made) + "/history").toString())
                .contains("\"broken\"");
        var notice = awaitTold(rep, "promiseBroken");
        assertThat(notice.path("title").asString()).isEqualTo("没做到：周五前寄两件样品");
        assertThat(notice.path("link").asString()).isEqualTo("/promises/" + id(made));
    }

    @Test
    void severalNodesAtOnceBreakEachOnce() throws Exception {
        for (int i = 0; i < 5; i++) promise(rep, Map.of());
        Callable<Integer> node = () -> roundAfter(Duration.ofDays(9)).broken();
        int all = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var one : threads.invokeAll(List.of(node, node, node, node))) all += one.get();
        }
        assertThat(all).isEqualTo(5);
    }

    @Test
    void theOwnerIsRemindedBeforeOnceAndNotOfWhatEnded() {
        promise(rep, Map.of());
        kept(rep, promise(rep, Map.of()));
        assertThat(roundAfter(Duration.ZERO).reminded()).isZero();
        assertThat(roundAfter(Duration.ofDays(3)).reminded()).isEqualTo(1);
        assertThat(roundAfter(Duration.ofDays(3)).reminded()).isZero();
        var notice = awaitTold(rep, "promiseDue");
        assertThat(notice.path("title").asString()).isEqualTo("答应的事快到期了：周五前寄两件样品");
        assertThat(notice.path("text").asString()).isEqualTo(day(3) + " 之前兑现");
    }

    @Test
    void whoeverLeadsTheOwnerIsToldToo() {
        UUID department = firm.department("华东", null);
        var leader = firm.personIn(department, "manager");
        var member = firm.personIn(department, "rep");
        did(admin.patch("/api/v1/departments/" + department, 1, Map.of("leader", leader.id())));
        var theirs = firm.record("customer", Map.of("name", "杭州泰和", "owner", member.id()));
        letPass(promise(member, Map.of("customer", theirs)), 1);
        roundAfter(Duration.ZERO);
        assertThat(awaitTold(leader, "promiseBrokenOf").path("title").asString())
                .endsWith("没做到：周五前寄两件样品");
        awaitTold(member, "promiseBroken");
    }

    @Test
    void nobodyMendsItByWriting() {
        var broken = broken(2);
        String path = PROMISES + "/" + id(broken);
        long version = broken.path("version").asLong();
        var other = firm.record("customer", Map.of("name", "别家", "owner", rep.id()));
        for (var change : List.<Map<String, Object>>of(
                Map.of("subject", "随便说说"),
                Map.of("details", "没答应过"),
                Map.of("dueOn", day(30)),
                Map.of("dueTime", "23:00"),
                Map.of("customer", other))) {
            assertThat(fault(admin.patch(path, version, change))).endsWith(" promiseStands");
        }
        for (var computed : List.of("status", "brokenAt", "countsFor", "apologyDueAt", "firstDueOn")) {
            assertThat(fault(admin.patch(path, version, Map.of(computed, "open"))))
                    .endsWith(" fieldComputed");
        }
        assertThat(admin.delete(path).code()).isEqualTo("promiseStays");
        assertThat(act(admin, broken, "release", Map.of("reason", "算了")).code()).isEqualTo("promiseBroken");
        assertThat(act(admin, broken, "postpone", Map.of("dueOn", day(9), "reason", "算了"))
                        .code())
                .isEqualTo("promiseBroken");
        assertThat(act(admin, broken, "reopen", Map.of()).code()).isEqualTo("promiseBroken");
        var twin = promise(rep, Map.of());
        var merge = Map.of(
                "survivor", Map.of("id", id(twin), "version", 1),
                "others", List.of(Map.of("id", id(broken), "version", version)));
        assertThat(admin.post(PROMISES + "/merges", merge).code()).isEqualTo("promiseNotMerged");
        assertThat(get(admin, path)).isEqualTo(get(admin, path));
        assertThat(status(get(admin, path))).isEqualTo("broken");
    }

    @Test
    void manyAtOnceMendNothingEither() {
        var broken = broken(2);
        for (var how : List.<Map<String, Object>>of(
                Map.of("patch", Map.of("dueOn", day(30))), Map.of("action", "delete", "arguments", Map.of()))) {
            var body = new java.util.HashMap<String, Object>(Map.of("ids", List.of(id(broken))));
            body.putAll(how);
            var job = Jobs.ended(admin, admin.post(PROMISES + "/bulk", body).json());
            assertThat(job.at("/result/done").asInt()).as(job.toString()).isZero();
        }
        assertThat(status(get(admin, PROMISES + "/" + id(broken)))).isEqualTo("broken");
    }

    @Test
    void inTheMinuteBeforeTheRoundItIsAsGoodAsBroken() {
        var passed = promise(rep, Map.of());
        letPass(passed, 1);
        String path = PROMISES + "/" + id(passed);
        assertThat(rep.http().patch(path, 1, Map.of("subject", "别的")).code()).isEqualTo("promisePassed");
        var other = firm.person("rep");
        assertThat(admin.patch(path, 1, Map.of("owner", other.id())).code())
                .as("nobody's broken word becomes another's")
                .isEqualTo("promisePassed");
        var late = kept(rep, passed);
        assertThat(status(late)).isEqualTo("kept");
        assertThat(late.path("brokenAt").isNull()).isFalse();
        assertThat(late.path("apologyDueAt").isNull()).isFalse();
        assertThat(roundAfter(Duration.ZERO).broken()).isZero();
        awaitTold(rep, "promiseBroken");
    }

    @Test
    void keptLateItStaysBroken() {
        var late = kept(rep, broken(3));
        assertThat(status(late)).isEqualTo("kept");
        assertThat(Instant.parse(late.path("brokenAt").asString()))
                .isBefore(Instant.parse(late.path("keptAt").asString()));
        var again = did(act(rep.http(), late, "reopen", Map.of()));
        assertThat(status(again)).isEqualTo("broken");
        assertThat(again.path("brokenAt")).isEqualTo(late.path("brokenAt"));
    }

    /** Whatever a program gets wrong. */
    @Test
    void theDatabaseItselfRefuses() {
        UUID broken = UUID.fromString(id(broken(2)));
        refused(broken, PROMISE.STATUS, "open");
        refused(broken, PROMISE.BROKEN_AT, null);
        refused(broken, PROMISE.DUE_AT, Instant.now().plusSeconds(90_000).atOffset(java.time.ZoneOffset.UTC));
        refused(broken, PROMISE.DELETED_AT, Instant.now().atOffset(java.time.ZoneOffset.UTC));
        refused(broken, PROMISE.APOLOGY_DUE_AT, null);
        UUID open = UUID.fromString(id(promise(rep, Map.of())));
        refused(open, PROMISE.STATUS, "kept");
        refused(open, PROMISE.STATUS, "released");
        refused(open, PROMISE.MOVES, 1);
    }

    private <T> void refused(UUID promise, Field<T> column, T value) {
        assertThatThrownBy(() -> firm.administrator()
                        .as(() -> inTransaction(() -> application
                                .getBean(DSLContext.class)
                                .update(PROMISE)
                                .set(column, value)
                                .where(PROMISE.ID.eq(promise))
                                .execute())))
                .as(column.getName())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void anAdministratorStrikesOutWhatWasNoneAndItStaysWithTheReason() {
        var broken = broken(2);
        assertThat(act(rep.http(), broken, "strike", Map.of("reason", "记错了")).status())
                .isEqualTo(403);
        var boss = firm.person("manager");
        assertThat(act(boss.http(), broken, "strike", Map.of("reason", "记错了")).status())
                .isEqualTo(403);
        assertThat(fault(act(admin, broken, "strike", Map.of()))).isEqualTo("reason notBlank");
        var struck = did(act(admin, broken, "strike", Map.of("reason", "客户没答应过收")));
        assertThat(status(struck)).isEqualTo("void");
        assertThat(struck.path("voidReason").asString()).isEqualTo("客户没答应过收");
        assertThat(struck.path("brokenAt").isNull()).isFalse();
        assertThat(struck.path("apologyDueAt").isNull()).isTrue();
        assertThat(act(admin, struck, "reopen", Map.of()).code()).isEqualTo("promiseVoid");
        assertThat(act(admin, struck, "keep", Map.of("proof", "x")).code()).isEqualTo("promiseVoid");
        assertThat(admin.delete(PROMISES + "/" + id(struck)).code()).isEqualTo("promiseStays");
    }

    @Test
    void theRoundOfAllFirmsReachesEach() {
        letPass(promise(rep, Map.of()), 1);
        application.getBean(PromiseRound.class).runAll();
        assertThat(list(rep, "status==broken")).hasSize(1);
    }
}
