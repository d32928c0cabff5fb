package io.chaoxi.task;

import chaoxi.tables.tables.records.TaskRecord;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.chaoxi.platform.housekeeping.FirmRounds;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.rights.Actor;
import io.chaoxi.task.RemindersDue.Reminder;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds who is to be reminded. A reminder goes with the statement that takes it up, so that a clock that jumps back or a
 * second node finds none; one that jumps ahead, or a night without the program, finds all that were due.
 */
@Component
class Reminders {
    private static final int PIECE = 100;

    private final TaskSql sql;
    private final FirmRounds rounds;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    Reminders(
            TaskSql sql, FirmRounds rounds, PlatformTransactionManager transactions, ApplicationEventPublisher events) {
        this.sql = sql;
        this.rounds = rounds;
        this.transaction = new TransactionTemplate(transactions);
        this.events = events;
    }

    /** Of every firm. */
    void remindAll() {
        rounds.each("reminders", tenant -> Acting.as(Actor.system(tenant, ZoneOffset.UTC), () -> remind()));
    }

    /** Of the acting firm; answers how many. */
    int remind() {
        int all = 0;
        while (true) {
            int found = Objects.requireNonNull(transaction.execute(status -> piece()));
            all += found;
            if (found < PIECE) return all;
        }
    }

    private int piece() {
        List<TaskRecord> due = sql.toRemind(PIECE);
        if (due.isEmpty()) return 0;
        sql.reminded(due.stream().map(TaskRecord::getId).toList());
        events.publishEvent(new RemindersDue(
                Acting.current().tenant(), due.stream().map(Reminders::reminder).toList()));
        return due.size();
    }

    private static Reminder reminder(TaskRecord task) {
        String time = task.getDueTime() == null ? "" : " " + task.getDueTime();
        return new Reminder(task.getId(), task.getOwnerId(), task.getRemindAt().toInstant(), task.getDueOn() + time);
    }

    /** The round of every minute, on whichever node takes it. */
    @Configuration(proxyBeanMethods = false)
    static class Round {
        @Bean
        com.github.kagkarlsson.scheduler.task.Task<Void> reminderRound(Reminders reminders) {
            return Tasks.recurring("reminders", FixedDelay.of(Duration.ofMinutes(1)))
                    .execute((instance, context) -> reminders.remindAll());
        }
    }
}
