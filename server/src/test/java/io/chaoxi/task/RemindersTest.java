package io.chaoxi.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.platform.housekeeping.FirmRounds;
import io.chaoxi.platform.record.HistorySql;
import io.chaoxi.testing.SignedIn;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.JsonNode;

/** Whoever is to do something is reminded of it once. */
class RemindersTest extends ToDo {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** As if it were so much later. */
    private int remindedAfter(Duration ahead) {
        var clock = Clock.offset(Clock.systemUTC(), ahead);
        var database = application.getBean(DSLContext.class);
        var sql = new TaskSql(database, application.getBean(HistorySql.class), clock);
        var reminders = new Reminders(
                sql,
                application.getBean(FirmRounds.class),
                application.getBean(PlatformTransactionManager.class),
                application);
        return firm.administrator().as(reminders::remind);
    }

    private static Stream<JsonNode> told(SignedIn person) {
        return get(person.http(), "/api/v1/notifications")
                .path("items")
                .valueStream()
                .filter(one -> one.path("kind").asString().equals("taskDue"));
    }

    private static void awaitTold(SignedIn person, int count) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (told(person).count() < count) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        assertThat(told(person)).hasSize(count);
    }

    @Test
    void theOwnerIsToldOnceHoweverTheClockRuns() {
        var made = task(rep, Map.of("dueTime", "15:00", "remindBefore", 15));
        assertThat(remindedAfter(Duration.ZERO)).isZero();
        assertThat(remindedAfter(Duration.ofDays(31))).isEqualTo(1);
        assertThat(remindedAfter(Duration.ofDays(31))).isZero();
        assertThat(remindedAfter(Duration.ofDays(-31))).isZero();
        awaitTold(rep, 1);
        var notice = told(rep).findFirst().orElseThrow();
        assertThat(notice.path("title").asString()).isEqualTo("该做了：给王建国回电话");
        assertThat(notice.path("text").asString()).isEqualTo(day(1) + " 15:00 到期");
        assertThat(notice.path("link").asString()).isEqualTo("/tasks/" + id(made));
        assertThat(get(rep.http(), TASKS + "/" + id(made)).path("version").asLong())
                .as("nobody's open form is stale by it")
                .isEqualTo(1);
    }

    @Test
    void severalNodesAtOnceRemindOnce() throws Exception {
        for (int i = 0; i < 5; i++) task(rep, Map.of("remindBefore", 0));
        Callable<Integer> node = () -> remindedAfter(Duration.ofDays(3));
        int all = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var one : threads.invokeAll(List.of(node, node, node, node))) all += one.get();
        }
        assertThat(all).isEqualTo(5);
        awaitTold(rep, 5);
    }

    @Test
    void nobodyIsRemindedOfWhatIsDoneCancelledOrDeleted() {
        done(rep, task(rep, Map.of("remindBefore", 0)));
        verb(rep.http(), task(rep, Map.of("remindBefore", 0)), "cancel", Map.of("reason", "不做了"));
        rep.http().delete(TASKS + "/" + id(task(rep, Map.of("remindBefore", 0))));
        assertThat(remindedAfter(Duration.ofDays(3))).isZero();
    }

    @Test
    void whoeverHasItByThenIsRemindedAndOnANewDayAnew() {
        var other = firm.person("rep");
        var made = task(rep, Map.of("remindBefore", 0));
        admin.patch(TASKS + "/" + id(made), 1, Map.of("owner", other.id()));
        assertThat(remindedAfter(Duration.ofDays(3))).isEqualTo(1);
        awaitTold(other, 1);
        assertThat(told(rep)).isEmpty();
        admin.patch(TASKS + "/" + id(made), 2, Map.of("dueOn", day(4)));
        assertThat(remindedAfter(Duration.ofDays(6))).isEqualTo(1);
        awaitTold(other, 2);
    }

    @Test
    void aReminderWhoseTimeHasGoneByIsNone() {
        var made = task(rep, Map.of("dueOn", day(0), "dueTime", "0:01", "remindBefore", 10));
        assertThat(made.path("remindAt").isNull()).isTrue();
    }

    @Test
    void theRoundOfAllFirmsReachesEach() {
        application.getBean(Reminders.class).remindAll();
        assertThat(told(rep)).isEmpty();
    }
}
