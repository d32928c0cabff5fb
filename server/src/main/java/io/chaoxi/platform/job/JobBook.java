package io.chaoxi.platform.job;

import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.rights.Actor;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;

/** The job's own state, written by the program whatever its maker may. */
record JobBook(
        long tenant,
        UUID person,
        UUID job,
        Jobs jobs,
        JobSql sql,
        TransactionTemplate transaction,
        ApplicationEventPublisher events) {
    private static final Logger LOG = LoggerFactory.getLogger(JobBook.class);

    boolean open() {
        return asProgram(() -> List.of("queued", "running").contains(sql.state(job)));
    }

    String kind() {
        return asProgram(() -> sql.kind(job));
    }

    /** Answers the number of the new run. Whatever a run before this one was doing is over when it returns. */
    int began(JobTurns turns) {
        int run = asProgram(() -> turns.begin(job));
        asProgram(() -> turns.clear(job));
        tell("running");
        return run;
    }

    /** What an earlier run brought, that could no longer tell its end; null while there is work left. */
    @Nullable
    Object finished() {
        return this.<@Nullable Object>asProgram(() -> sql.result(job));
    }

    /** Notes a fault of the job's own; answers how many there were. */
    int faulted(int run) {
        return asProgram(() -> {
            demand(run);
            return sql.faulted(job);
        });
    }

    void done(Object result) {
        asProgram(() -> ended("done", result, null));
    }

    /** What was done until then stays done, and is told; what was to be undone can be undone by another job. */
    void stopped(int run, String state, @Nullable Object problem) {
        asProgram(() -> {
            demand(run);
            sql.undoableAgain(job);
            return ended(state, soFar(), problem);
        });
    }

    /** How a run fared that another one took over from tells nothing about the job. */
    private void demand(int run) {
        if (sql.runHeld(job) != run) throw new JobTurns.Over("Another run has begun");
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
        if (sql.ended(job, state, result, problem)) publish(state);
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

    private <T extends @Nullable Object> T asProgram(Supplier<T> work) {
        return Acting.as(Actor.system(tenant, ZoneOffset.UTC), () -> transaction.execute(status -> work.get()));
    }
}
