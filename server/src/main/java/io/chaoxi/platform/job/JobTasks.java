package io.chaoxi.platform.job;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.rights.Actor;
import java.time.Duration;
import java.time.ZoneOffset;
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
import tools.jackson.core.JacksonException;

/**
 * Runs jobs on whichever node takes them first. A node that dies is noticed by its missing heartbeat and the job goes
 * on elsewhere from its place. After a fault it is taken up again in two seconds, twice at most; for as long as the
 * database is out of reach it is taken up again without counting, but a fault behind that has no further try.
 */
@Configuration(proxyBeanMethods = false)
class JobTasks {
    static final String NAME = "job";
    private static final Logger LOG = LoggerFactory.getLogger(JobTasks.class);
    private static final Duration AGAIN = Duration.ofSeconds(2);

    /** So many runs may have broken off when a fault, or a statement that takes too long, is ours and the job fails. */
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
            JdbcTransactionManager transactions,
            ApplicationEventPublisher events) {
        var transaction = new TransactionTemplate(transactions);
        return Tasks.oneTime(NAME)
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
                            transaction);
                    work(jobs, book, run, context.getExecution().consecutiveFailures);
                });
    }

    private static void work(Jobs jobs, JobBook book, JobRun run, int failures) {
        if (!book.open()) return;
        Map<String, @Nullable Object> result;
        try {
            book.began();
            result = jobs.kind(book.kind()).run(run);
        } catch (JobRun.Cancelled cancelled) {
            book.stopped("cancelled", null);
            return;
        } catch (Refusal refusal) {
            book.stopped("failed", Map.of("code", refusal.code(), "arguments", refusal.arguments()));
            return;
        } catch (RuntimeException fault) {
            if (outOfReach(fault) || failures < MOST_FAULTS) throw fault;
            LOG.error("Job {} failed", run.id(), fault);
            book.stopped("failed", Map.of("code", "jobFailed", "arguments", Map.of()));
            return;
        }
        // Outside: work that is done must not be told as failed because telling failed. It is taken up again and ends.
        book.done(result);
    }

    private static boolean outOfReach(RuntimeException fault) {
        return fault instanceof TransientDataAccessException && !(fault instanceof QueryTimeoutException)
                || fault instanceof DataAccessResourceFailureException
                || fault instanceof CannotCreateTransactionException;
    }

    /** The job's own state, written by the program whatever its maker may. */
    private record JobBook(
            long tenant,
            UUID person,
            UUID job,
            Jobs jobs,
            JobSql sql,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {

        boolean open() {
            return asProgram(() -> java.util.List.of("queued", "running").contains(sql.state(job)));
        }

        String kind() {
            return asProgram(() -> sql.kind(job));
        }

        void began() {
            asProgram(() -> {
                sql.began(job);
                return job;
            });
            tell("running");
        }

        void done(Map<String, @Nullable Object> result) {
            asProgram(() -> ended("done", result, null));
        }

        /** What was done until then stays done, and is told; what was to be undone can be undone by another job. */
        void stopped(String state, @Nullable Object problem) {
            asProgram(() -> {
                sql.undoableAgain(job);
                return ended(state, soFar(), problem);
            });
        }

        /** A place that cannot be read, of another version perhaps, must not keep the job from ending. */
        private @Nullable Map<String, @Nullable Object> soFar() {
            try {
                return jobs.soFar(job);
            } catch (JacksonException unreadable) {
                LOG.warn("What job {} had done cannot be told", job, unreadable);
                return null;
            }
        }

        private UUID ended(String state, @Nullable Object result, @Nullable Object problem) {
            sql.ended(job, state, result, problem);
            publish(state);
            return job;
        }

        private void tell(String state) {
            asProgram(() -> {
                publish(state);
                return job;
            });
        }

        private void publish(String state) {
            events.publishEvent(new JobProgressed(tenant, person, job, sql.kind(job), state));
        }

        private <T> T asProgram(java.util.function.Supplier<T> work) {
            return Acting.as(
                    Actor.system(tenant, ZoneOffset.UTC),
                    () -> java.util.Objects.requireNonNull(transaction.execute(status -> work.get())));
        }
    }
}
