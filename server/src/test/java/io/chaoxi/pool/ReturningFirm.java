package io.chaoxi.pool;

import static chaoxi.tables.Tables.NOTIFICATION;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.RecordType;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.rights.Actor;
import io.chaoxi.testing.SignedIn;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** A firm with pools whose clock the test moves; what is done then is done without sessions, which would have ended. */
@Import(ReturningFirm.Time.class)
abstract class ReturningFirm extends PooledFirm {
    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

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
        private volatile Instant now;

        void set(Instant to) {
            now = to;
        }

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

    @Autowired
    MovedClock clock;

    @Autowired
    ReturnRound round;

    @Autowired
    RecountWalk walk;

    @Autowired
    PoolSettings settings;

    @Autowired
    DSLContext database;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    SchedulerClient scheduler;

    /** Each test runs the round by hand; the one of the minute does not come between. */
    @BeforeEach
    void withoutTheRoundOfTheMinute() {
        var round = TaskInstanceId.of("returns", "recurring");
        for (int tries = 0; tries < 200; tries++) {
            try {
                scheduler.reschedule(round, Instant.now().plus(Duration.ofDays(1)));
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

    void moveTo(LocalDate day, int hour) {
        clock.now = day.atTime(LocalTime.of(hour, 0)).atZone(SHANGHAI).toInstant();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SHANGHAI);
    }

    /** At ten in the morning, so many days from now. */
    void pass(int days) {
        moveTo(today().plusDays(days), 10);
    }

    ReturnRound.Done run() {
        return round.run(firm.tenant());
    }

    <T> T asProgram(Supplier<T> work) {
        return Acting.as(
                Actor.system(firm.tenant(), SHANGHAI),
                () -> new TransactionTemplate(transactions).execute(status -> work.get()));
    }

    /** What the job of a changed rule does. */
    void recount() {
        asProgram(() -> {
            UUID after = null;
            for (var piece = walk.piece(object(), after, 50); ; piece = walk.piece(object(), after, 50)) {
                if (piece.looked() < 50) return piece;
                after = piece.last();
            }
        });
    }

    /** Writes the rule, by whoever may, and counts by it. */
    void rule(UUID pool, Map<String, Object> rule) {
        firm.administrator().as(() -> {
            long version = new TransactionTemplate(transactions)
                    .execute(status -> application
                            .getBean(PoolSql.class)
                            .find(pool)
                            .orElseThrow()
                            .getVersion());
            var body =
                    new HashMap<String, Object>(Map.of("members", List.of(), "fields", List.of(), "grades", Map.of()));
            body.put("returns", rule);
            return settings.put(pool, version, JsonMapper.shared().valueToTree(body));
        });
        recount();
    }

    UUID touched(UUID id, String kind) {
        return firm.record(
                "activity", new HashMap<>(Map.of(object(), id, "kind", kind, "content", "打过了", "at", clock.instant())));
    }

    UUID owned(String name, SignedIn owner) {
        return firm.record(object(), new HashMap<>(Map.of("name", name, "owner", owner.id())));
    }

    /** The last day on which a follow-up keeps it; null where nothing returns. */
    LocalDate lastDay(UUID id) {
        Instant at = returnAt(id);
        return at == null ? null : LocalDate.ofInstant(at, SHANGHAI).minusDays(1);
    }

    Instant returnAt(UUID id) {
        var at = row(id).get("return_at", OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    UUID ownerOf(UUID id) {
        return row(id).get("owner_id", UUID.class);
    }

    RecordType type() {
        return application.getBean(Catalogues.class).type(object());
    }

    /** As it stands in the database. */
    Record row(UUID id) {
        return asProgram(() -> database.selectFrom(type().table())
                .where(type().column("id", UUID.class).eq(id))
                .fetchSingle());
    }

    /** Until notifications of a person say this; they come behind the commit. */
    void assertTold(SignedIn person, String text) {
        String all = "";
        for (int i = 0; i < 500; i++) {
            all = String.join("\n", titles(person));
            if (all.contains(text)) return;
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        assertThat(all).contains(text);
    }

    List<String> titles(SignedIn person) {
        List<String> titles = new ArrayList<>();
        asProgram(() -> database.select(NOTIFICATION.TITLE)
                        .from(NOTIFICATION)
                        .where(NOTIFICATION.PERSON_ID.eq(person.id()))
                        .fetch(NOTIFICATION.TITLE))
                .forEach(titles::add);
        return titles;
    }
}
