package io.chaoxi.platform.job;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.chaoxi.platform.problem.Problems;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.rights.Actor;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs jobs on whichever node takes them first. A node that dies is noticed by its missing heartbeat and the job goes
 * on elsewhere from its place. After a fault it is taken up again in two seconds, twice at most; for as long as the
 * database is out of reach it is taken up again, which does not count; so it is when its run waits for others.
 */
@Configuration(proxyBeanMethods = false)
class JobTasks {
    static final String NAME = "job";
    private static final Logger LOG = LoggerFactory.getLogger(JobTasks.class);
    private static final Duration AGAIN = Duration.ofSeconds(2);

    /** So often a fault of the job's own, or a statement that takes too long, is forgiven. */
    private static final int MOST_FAULTS = 2;

    private record Ticket(long tenant, UUID person, UUID job) {}

    static String instance(Actor actor, UUID job) {
        return actor.tenant() + "/" + actor.person() + "/" + job;
    }

    private static Ticket ticket(String instance) {
        String[] parts = instance.split("/", -1);
        return new Ticket(Long.parseLong(parts[0]), UUID.fromString(parts[1]), UUID.fromString(parts[2]));
    }

    @Bean
    Task<Void> jobTask(
            Jobs jobs,
            JobSql sql,
            Makers makers,
            JobTurns turns,
            JdbcTransactionManager transactions,
            ApplicationEventPublisher events) {
        var transaction = new TransactionTemplate(transactions);
        return Tasks.custom(NAME, Void.class)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(AGAIN))
                .onDeadExecutionRevive()
                .execute((instance, context) -> {
                    Ticket ticket = ticket(instance.getId());
                    var book =
                            new JobBook(ticket.tenant(), ticket.person(), ticket.job(), jobs, sql, transaction, events);
                    var run = new JobRun(
                            makers.of(ticket.tenant(), ticket.person(), ticket.job()),
                            ticket.job(),
                            sql,
                            makers,
                            transaction,
                            turns);
                    boolean ended = work(jobs, book, run, turns);
                    return (complete, operations) -> {
                        if (ended) operations.remove();
                        else
                            operations.reschedule(
                                    complete, complete.getTimeDone().plus(AGAIN));
                    };
                });
    }

    /** Says whether the job has ended; otherwise another run is to follow. */
    static boolean work(Jobs jobs, JobBook book, JobRun run, JobTurns turns) {
        if (!book.open()) return true;
        try {
            Object result = book.finished();
            if (result == null) result = worked(jobs, book, run, turns);
            // Outside: work that is done must not be told as failed because telling failed. It is taken up again and
            // ends.
            if (result != null) book.done(result);
            return true;
        } catch (JobRun.Later later) {
            return false;
        }
    }

    /** The result of the work; null when it ended before its end, which then is told. */
    private static @Nullable Object worked(Jobs jobs, JobBook book, JobRun run, JobTurns turns) {
        try {
            run.begins(book.began(turns));
            return jobs.kind(book.kind()).run(run);
        } catch (JobRun.Later | JobTurns.Over goesOn) {
            throw goesOn;
        } catch (JobRun.Cancelled cancelled) {
            book.stopped(run.number(), "cancelled", null);
        } catch (Refusal refusal) {
            book.stopped(run.number(), "failed", Map.of("code", refusal.code(), "arguments", refusal.arguments()));
        } catch (RuntimeException fault) {
            if (outOfReach(fault) || book.faulted(run.number()) <= MOST_FAULTS) throw fault;
            LOG.error("Job {} failed", run.id(), fault);
            book.stopped(run.number(), "failed", Map.of("code", code(fault), "arguments", Map.of()));
        }
        return null;
    }

    private static String code(RuntimeException fault) {
        return Problems.refusal(fault)
                .map(Refusal::code)
                .filter("diskFull"::equals)
                .orElse("jobFailed");
    }

    private static boolean outOfReach(RuntimeException fault) {
        return fault instanceof TransientDataAccessException && !(fault instanceof QueryTimeoutException)
                || fault instanceof DataAccessResourceFailureException
                || fault instanceof CannotCreateTransactionException;
    }
}
