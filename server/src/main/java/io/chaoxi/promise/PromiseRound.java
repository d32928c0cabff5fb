package io.chaoxi.promise;

import chaoxi.tables.tables.records.PromiseRecord;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.chaoxi.platform.housekeeping.FirmRounds;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.rights.Actor;
import io.chaoxi.promise.PromisesDue.Reminder;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.function.IntSupplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reminds of what is promised, and says what broke. Each goes with the statement that takes it up, so that a clock that
 * jumps back or a second node finds none; one that jumps ahead, or a night without the program, finds all that were due.
 */
@Component
class PromiseRound {
    private static final int PIECE = 100;

    private final PromiseSql sql;
    private final Breaking breaking;
    private final FirmRounds rounds;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    PromiseRound(
            PromiseSql sql,
            Breaking breaking,
            FirmRounds rounds,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher events) {
        this.sql = sql;
        this.breaking = breaking;
        this.rounds = rounds;
        this.transaction = new TransactionTemplate(transactions);
        this.events = events;
    }

    /** How many people were reminded, and how many promises broke. */
    record Done(int reminded, int broken) {}

    /** Of every firm. */
    void runAll() {
        rounds.each("promises", tenant -> Acting.as(Actor.system(tenant, ZoneOffset.UTC), () -> run()));
    }

    /** Of the acting firm. What broke by now is said first: nobody is reminded of it as of something to be kept. */
    Done run() {
        int broken = all(() -> breaking.piece(PIECE));
        return new Done(all(this::remind), broken);
    }

    private int all(IntSupplier piece) {
        int all = 0;
        while (true) {
            int found = Objects.requireNonNull(transaction.execute(status -> piece.getAsInt()));
            all += found;
            if (found < PIECE) return all;
        }
    }

    private int remind() {
        List<PromiseRecord> due = sql.toRemind(PIECE);
        if (due.isEmpty()) return 0;
        sql.reminded(due.stream().map(PromiseRecord::getId).toList());
        events.publishEvent(new PromisesDue(
                Acting.current().tenant(),
                due.stream().map(PromiseRound::reminder).toList()));
        return due.size();
    }

    private static Reminder reminder(PromiseRecord promise) {
        String time = promise.getDueTime() == null ? "" : " " + promise.getDueTime();
        return new Reminder(
                promise.getId(), promise.getOwnerId(), promise.getRemindAt().toInstant(), promise.getDueOn() + time);
    }

    /** The round of every minute, on whichever node takes it. */
    @Configuration(proxyBeanMethods = false)
    static class Round {
        @Bean
        Task<Void> promisesOfEveryMinute(PromiseRound round) {
            return Tasks.recurring("promises", FixedDelay.of(Duration.ofMinutes(1)))
                    .execute((instance, context) -> round.runAll());
        }
    }
}
