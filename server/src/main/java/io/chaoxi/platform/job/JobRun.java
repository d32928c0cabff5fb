package io.chaoxi.platform.job;

import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.rights.Actor;
import io.chaoxi.platform.rights.Whence;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/**
 * One run of a job. Work is done in steps: each asks anew what its maker may (a right taken away stops the job within
 * seconds) and whether he cancelled, and commits its effect together with its place. A node
 * that stops, or whose run another one took over, does no further step.
 */
public final class JobRun {
    /** The maker cancelled; what was done stays done. */
    static final class Cancelled extends RuntimeException {
        Cancelled() {
            super("cancelled", null, false, false);
        }
    }

    /** Nothing can be done before others are ready; the run ends, and the next one goes on from its place. */
    static final class Later extends RuntimeException {
        Later() {
            super("later", null, false, false);
        }
    }

    private final Makers.Maker maker;
    private final UUID id;
    private final JobSql sql;
    private final Makers makers;
    private final TransactionTemplate transaction;
    private final JobTurns turns;
    private int number;

    JobRun(Makers.Maker maker, UUID id, JobSql sql, Makers makers, TransactionTemplate transaction, JobTurns turns) {
        this.maker = maker;
        this.id = id;
        this.sql = sql;
        this.makers = makers;
        this.transaction = transaction;
        this.turns = turns;
    }

    /** From now on every step is refused once a run with a higher number has begun. */
    void begins(int asNumber) {
        number = asNumber;
    }

    public UUID id() {
        return id;
    }

    int number() {
        return number;
    }

    /** A name for a file in the making, which no other run of this job uses, not even one that hangs and comes back. */
    public String draft(String what) {
        return id + "-" + number + "-" + what;
    }

    public JsonNode arguments() {
        return step(() -> sql.arguments(id));
    }

    /** The object that it is about; call it inside a step. */
    public String object() {
        return sql.object(id);
    }

    /** Where the run before this one left off; null at the first start. */
    public @Nullable JsonNode place() {
        return this.<@Nullable JsonNode>owed(() -> sql.place(id));
    }

    /**
     * Does what must follow from what was committed before, in a transaction of its own: as the program, whatever the maker
     * may by now, and though he cancelled.
     */
    public <T extends @Nullable Object> T owed(Supplier<T> work) {
        var program = Actor.system(maker.tenant(), ZoneOffset.UTC);
        return Acting.as(
                program,
                () -> transaction.execute(status -> {
                    turns.check(id, number);
                    return work.get();
                }));
    }

    /** Ends this run for others to get ready; another one begins in two seconds. To be thrown outside of any step. */
    public RuntimeException later() {
        return new Later();
    }

    /** Jobs of the firm that were ordered and have not ended, but for those of these kinds; call it inside a step. */
    public List<UUID> openBeside(Collection<String> kinds) {
        return sql.openBeside(kinds);
    }

    /** Whether one of these has not ended; call it inside a step. */
    public boolean anyOpen(Collection<UUID> jobs) {
        return sql.anyOpen(jobs);
    }

    /** Does one piece of the work in a transaction of its own, as the maker with the rights of this moment. */
    public <T extends @Nullable Object> T step(Supplier<T> work) {
        Actor actor = makers.acting(maker);
        return Whence.from(maker.address(), () -> Acting.as(actor, () -> checked(work)));
    }

    private <T extends @Nullable Object> T checked(Supplier<T> work) {
        return transaction.execute(status -> {
            turns.check(id, number);
            makers.check(maker);
            if (sql.cancelAsked(id)) throw new Cancelled();
            return work.get();
        });
    }

    /** The same for work that yields nothing. */
    public void step(Runnable work) {
        this.<@Nullable Object>step(() -> {
            work.run();
            return null;
        });
    }

    /** The jobs that undo the same as this one, itself among them; call it inside a step. */
    public List<UUID> undos() {
        return sql.undos(id);
    }

    /** How many rows another job treated; call it inside a step. */
    public long treatedBy(UUID job) {
        return sql.done(job);
    }

    /**
     * The work is done and this came of it: call it inside the step that did the last of it. However the run ends, the job
     * then ends as done, though its maker may have cancelled or lost a right meanwhile.
     */
    public void finished(Map<String, ? extends @Nullable Object> result) {
        sql.finished(id, result);
    }

    /** Lets the step that calls it take as long as it needs, where the size of the base decides that. */
    public void unhurried() {
        sql.unhurried();
    }

    /** Keeps the place and the count; call it inside a step, so that both are true together. */
    public void reached(long done, @Nullable Long total, @Nullable Object place) {
        sql.reached(id, done, total, place);
    }
}
