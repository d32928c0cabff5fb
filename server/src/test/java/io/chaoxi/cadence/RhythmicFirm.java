package io.chaoxi.cadence;

import static chaoxi.tables.Tables.TASK;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import io.chaoxi.platform.record.BulkAction;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.RecordWriting;
import io.chaoxi.platform.record.Writing;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.rights.Actor;
import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.SignedIn;
import io.chaoxi.testing.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** A firm that works from Monday to Friday, two reps, and a clock that the test moves. */
@ApplicationTest
@Import(RhythmicFirm.Time.class)
abstract class RhythmicFirm {
    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    /** A Monday. */
    static final LocalDate FIRST = LocalDate.of(2026, 3, 2);

    @TestConfiguration(proxyBeanMethods = false)
    static class Time {
        @Bean
        @Primary
        MovedClock movedClock() {
            return new MovedClock();
        }
    }

    /** The real one until it is set. */
    static final class MovedClock extends Clock {
        volatile Instant now;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(instant(), zone);
        }

        @Override
        public Instant instant() {
            return now == null ? Instant.now() : now;
        }
    }

    /** A task as it stands. */
    record Found(
            UUID id,
            UUID customer,
            UUID owner,
            String status,
            LocalDate due,
            String subject,
            String words,
            UUID doneBy) {}

    @Autowired
    ApplicationContext application;

    @Autowired
    MovedClock clock;

    @Autowired
    CadenceRound round;

    @Autowired
    CadenceWalk walk;

    @Autowired
    Cadences cadences;

    @Autowired
    Catalogues catalogues;

    @Autowired
    RecordWriting writing;

    @Autowired
    DSLContext database;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    SchedulerClient scheduler;

    Firm firm;
    SignedIn admin;
    SignedIn wang;
    SignedIn li;

    @BeforeEach
    void aFirm() {
        withoutTheRoundOfTheMinute();
        firm = Firm.found(application);
        admin = firm.administrator();
        wang = firm.person("rep");
        li = firm.person("rep");
        application
                .getBean(TestDatabase.class)
                .arrange(
                        "insert into work_calendar (tenant_id, weekdays, chinese, changed_at, changed_by) values (%d, '{1,2,3,4,5}', false, now(), '%s')"
                                .formatted(firm.tenant(), wang.id()));
        moveTo(FIRST);
    }

    private void withoutTheRoundOfTheMinute() {
        var every = TaskInstanceId.of("cadences", "recurring");
        for (int tries = 0; tries < 200; tries++) {
            try {
                scheduler.reschedule(every, Instant.now().plus(Duration.ofDays(1)));
                return;
            } catch (TaskInstanceException runsOrIsNotThereYet) {
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
        }
        throw new AssertionError("The round is not there");
    }

    @AfterEach
    void back() {
        clock.now = null;
    }

    void moveTo(LocalDate day) {
        clock.now = day.atTime(LocalTime.of(10, 0)).atZone(SHANGHAI).toInstant();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SHANGHAI);
    }

    void pass(int days) {
        moveTo(today().plusDays(days));
    }

    /** What the job of the minute does. */
    int run() {
        return round.run(firm.tenant());
    }

    <T> T asProgram(Supplier<T> work) {
        return Acting.as(
                Actor.system(firm.tenant(), SHANGHAI),
                () -> new TransactionTemplate(transactions).execute(status -> work.get()));
    }

    /** What the job of a changed rhythm does. */
    void walkAll() {
        asProgram(() -> {
            UUID after = null;
            for (var piece = walk.piece("customer", after, 3); ; piece = walk.piece("customer", after, 3)) {
                if (piece.looked() < 3) return piece;
                after = piece.last();
            }
        });
    }

    static Map<String, Object> body(String name, int every, String unit, Map<String, Object> more) {
        var body = new HashMap<String, Object>(Map.of("name", name, "every", every, "unit", unit, "kind", "call"));
        body.putAll(more);
        return body;
    }

    UUID cadence(String name, int every, String unit, Map<String, Object> more) {
        UUID made = admin.as(() -> cadences.add(JsonMapper.shared().valueToTree(body(name, every, unit, more))))
                .id();
        walkAll();
        return made;
    }

    void change(UUID cadence, Map<String, Object> body) {
        admin.as(() -> {
            long version = cadences.all().stream()
                    .filter(one -> one.id().equals(cadence))
                    .findFirst()
                    .orElseThrow()
                    .version();
            return cadences.change(cadence, version, JsonMapper.shared().valueToTree(body));
        });
        walkAll();
    }

    UUID customer(String name, SignedIn owner) {
        return firm.record("customer", new HashMap<>(Map.of("name", name, "owner", owner.id())));
    }

    void write(UUID customer, String field, Object value) {
        var patch = new HashMap<String, Object>();
        patch.put(field, value);
        admin.as(() -> writing.change(catalogues.of("customer"), customer, null, patch, Writing.BY_HAND));
    }

    void writeTask(UUID task, Map<String, Object> patch) {
        admin.as(() -> writing.change(catalogues.of("task"), task, null, patch, Writing.BY_HAND));
    }

    UUID touch(UUID customer, String kind) {
        return firm.record(
                "activity",
                new HashMap<>(Map.of("customer", customer, "kind", kind, "content", "谈过了", "at", clock.instant())));
    }

    void finish(UUID task) {
        var finish = application.getBeansOfType(BulkAction.class).values().stream()
                .filter(action -> action.name().equals("finish"))
                .findFirst()
                .orElseThrow();
        admin.as(() ->
                finish.apply(catalogues.of("task"), task, JsonMapper.shared().createObjectNode(), null));
    }

    void delete(String object, UUID record) {
        admin.as(() -> new TransactionTemplate(transactions)
                .executeWithoutResult(status -> writing.delete(catalogues.of(object), record, Writing.BY_HAND)));
    }

    /** Those that rhythms made and nobody deleted, in the order in which they came. */
    List<Found> tasks() {
        return asProgram(() -> database.selectFrom(TASK)
                .where(TASK.CADENCE_ID.isNotNull())
                .and(TASK.DELETED_AT.isNull())
                .orderBy(TASK.CREATED_AT, TASK.ID)
                .fetch(row -> new Found(
                        row.getId(),
                        row.getCustomerId(),
                        row.getOwnerId(),
                        row.getStatus(),
                        row.getDueOn(),
                        row.getSubject(),
                        row.getResult() == null ? row.getCancelReason() : row.getResult(),
                        row.getDoneById())));
    }

    List<Found> open(UUID customer) {
        return tasks().stream()
                .filter(task -> task.status().equals("open") && task.customer().equals(customer))
                .toList();
    }

    Found only(UUID customer) {
        var open = open(customer);
        assertThat(open).hasSize(1);
        return open.getFirst();
    }
}
