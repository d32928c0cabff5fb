package io.chaoxi.platform.job;

import static chaoxi.tables.Tables.JOB;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Whose turn a job is. A node that hangs is taken for dead and its job goes on elsewhere; when it comes back it must not do
 * the next step once more. Each step holds a shared advisory lock on its job and asks for the number of the newest run. A
 * new run raises the number, ends the connections of steps that are still open, and waits until they let go.
 */
@Component
class JobTurns {
    private static final Logger LOG = LoggerFactory.getLogger(JobTurns.class);

    /** This run does nothing more: another one has begun, or the program stops. It goes on elsewhere, or here later. */
    static final class Over extends RuntimeException {
        Over(String why) {
            super(why, null, false, false);
        }
    }

    private final DSLContext database;
    private final JobSql sql;
    private final ObjectProvider<Scheduler> scheduler;
    private volatile boolean stopping;

    JobTurns(DSLContext database, JobSql sql, ObjectProvider<Scheduler> scheduler) {
        this.database = database;
        this.sql = sql;
        this.scheduler = scheduler;
    }

    /** Call it first in every step. */
    void check(UUID job, int run) {
        if (stopping) throw new Over("The program stops");
        database.select(DSL.function("pg_advisory_xact_lock_shared", SQLDataType.OTHER, DSL.val(key(job))))
                .fetch();
        if (sql.run(job) != run) throw new Over("Another run has begun");
    }

    /** A new run begins; answers its number. */
    int begin(UUID job) {
        endOthers(job);
        return Objects.requireNonNull(database.update(JOB)
                .set(JOB.STATE, "running")
                .set(JOB.RUN, JOB.RUN.plus(1))
                .where(JOB.ID.eq(job))
                .returningResult(JOB.RUN)
                .fetchSingle()
                .value1());
    }

    /** Returns when no step of a run before is open; call it when {@link #begin} has committed. */
    UUID clear(UUID job) {
        endOthers(job);
        database.select(DSL.function("pg_advisory_xact_lock", SQLDataType.OTHER, DSL.val(key(job))))
                .fetch();
        return job;
    }

    private void endOthers(UUID job) {
        long ended = Objects.requireNonNull(
                database.select(DSL.function("end_holders", SQLDataType.BIGINT, DSL.val(key(job))))
                        .fetchSingle()
                        .value1());
        if (ended > 0) LOG.warn("Job {} was taken over from a node that still held {} transactions", job, ended);
    }

    private static long key(UUID job) {
        return job.getLeastSignificantBits();
    }

    /** At the first word of the end: what runs here is handed over after its present step, and nothing new is taken. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(ContextClosedEvent closing) {
        stopping = true;
        scheduler.ifAvailable(Scheduler::pause);
    }
}
