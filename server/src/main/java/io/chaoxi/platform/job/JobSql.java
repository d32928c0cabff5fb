package io.chaoxi.platform.job;

import static chaoxi.tables.Tables.JOB;
import static chaoxi.tables.Tables.STORED_FILE;

import chaoxi.tables.tables.records.JobRecord;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.rights.Actor;
import io.chaoxi.platform.rights.Presence;
import io.chaoxi.platform.rights.Whence;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every statement on jobs. A job is its maker's: nobody else reads it. */
@Component
class JobSql {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> OPEN = List.of("queued", "running");

    /** Milliseconds: the longest statement of a job without limits; after that the network is taken for lost. */
    private static final int LONGEST_SILENCE = (int) Duration.ofHours(2).toMillis();

    private final DSLContext database;
    private final Clock clock;

    JobSql(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void insert(UUID id, String kind, @Nullable String object, Object arguments, @Nullable UUID undoes) {
        Actor actor = Acting.current();
        Presence.Ticket ticket = actor.ticket();
        Set<String> scopes = ticket == null ? null : ticket.scopes();
        database.insertInto(JOB)
                .set(JOB.TENANT_ID, actor.tenant())
                .set(JOB.ID, id)
                .set(JOB.KIND, kind)
                .set(JOB.OBJECT, object)
                .set(JOB.ARGUMENTS, json(arguments))
                .set(JOB.UNDOES, undoes)
                .set(JOB.CREATED_AT, now())
                .set(JOB.CREATED_BY, actor.person())
                .set(JOB.TICKET, ticket == null ? null : ticket.caller())
                .set(JOB.TICKET_SCOPES, scopes == null ? null : scopes.toArray(String[]::new))
                .set(JOB.ADDRESS, Whence.address())
                .execute();
    }

    /** The session or token that the job was ordered through; null when the program ordered it for somebody. */
    Presence.@Nullable Ticket ticket(UUID id) {
        JobRecord job = database.selectFrom(JOB).where(JOB.ID.eq(id)).fetchSingle();
        if (job.getTicket() == null) return null;
        String[] scopes = job.getTicketScopes();
        return new Presence.Ticket(
                job.getTicket(), job.getTenantId(), job.getCreatedBy(), scopes == null ? null : Set.of(scopes));
    }

    Optional<JobRecord> find(UUID id) {
        return database.selectFrom(JOB)
                .where(JOB.ID.eq(id))
                .and(JOB.CREATED_BY.eq(Acting.current().person()))
                .fetchOptional();
    }

    List<JobRecord> list(boolean open, @Nullable Collection<String> kinds, int limit) {
        return database.selectFrom(JOB)
                .where(JOB.CREATED_BY.eq(Acting.current().person()))
                .and(open ? JOB.STATE.in(OPEN) : DSL.noCondition())
                .and(kinds == null ? DSL.noCondition() : JOB.KIND.in(kinds))
                .orderBy(JOB.ID.desc())
                .limit(limit)
                .fetch();
    }

    Map<UUID, List<JobView.JobFile>> files(Collection<UUID> jobs) {
        return database.select(STORED_FILE.JOB_ID, STORED_FILE.ID, STORED_FILE.NAME, STORED_FILE.SIZE)
                .from(STORED_FILE)
                .where(STORED_FILE.JOB_ID.in(jobs))
                .and(STORED_FILE.DELETED_AT.isNull())
                .orderBy(STORED_FILE.ID)
                .fetchGroups(STORED_FILE.JOB_ID, row -> new JobView.JobFile(row.value2(), row.value3(), row.value4()));
    }

    List<UUID> openBeside(Collection<String> kinds) {
        return database.select(JOB.ID)
                .from(JOB)
                .where(JOB.STATE.in(OPEN))
                .and(JOB.KIND.notIn(kinds))
                .fetch(JOB.ID);
    }

    boolean anyOpen(Collection<UUID> jobs) {
        return database.fetchExists(JOB, JOB.ID.in(jobs).and(JOB.STATE.in(OPEN)));
    }

    JsonNode arguments(UUID id) {
        return JSON.readTree(value(JOB.ARGUMENTS, id).data());
    }

    @Nullable
    JsonNode place(UUID id) {
        var row = database.select(JOB.PLACE).from(JOB).where(JOB.ID.eq(id)).fetchSingle();
        return row.value1() == null ? null : JSON.readTree(row.value1().data());
    }

    /** From where it was ordered; null when the program ordered it. */
    @Nullable
    String address(UUID id) {
        return database.select(JOB.ADDRESS).from(JOB).where(JOB.ID.eq(id)).fetchSingle(JOB.ADDRESS);
    }

    boolean cancelAsked(UUID id) {
        return value(JOB.CANCEL_ASKED, id);
    }

    /** The number of the newest run. */
    int run(UUID id) {
        return value(JOB.RUN, id);
    }

    /** The same, and no other run begins before this transaction ends. */
    int runHeld(UUID id) {
        return Objects.requireNonNull(database.select(JOB.RUN)
                .from(JOB)
                .where(JOB.ID.eq(id))
                .forUpdate()
                .fetchSingle()
                .value1());
    }

    String kind(UUID id) {
        return value(JOB.KIND, id);
    }

    String state(UUID id) {
        return value(JOB.STATE, id);
    }

    /** The result, which a job has from the step on that did the last of its work. */
    @Nullable
    JsonNode result(UUID id) {
        var row = database.select(JOB.RESULT).from(JOB).where(JOB.ID.eq(id)).fetchSingle();
        return row.value1() == null ? null : JSON.readTree(row.value1().data());
    }

    void finished(UUID id, Object result) {
        database.update(JOB).set(JOB.RESULT, json(result)).where(JOB.ID.eq(id)).execute();
    }

    int faulted(UUID id) {
        return Objects.requireNonNull(database.update(JOB)
                .set(JOB.FAULTS, JOB.FAULTS.plus(1))
                .where(JOB.ID.eq(id))
                .returningResult(JOB.FAULTS)
                .fetchSingle()
                .value1());
    }

    long done(UUID id) {
        return value(JOB.DONE, id);
    }

    private <T> T value(TableField<JobRecord, T> field, UUID id) {
        return Objects.requireNonNull(database.select(field)
                .from(JOB)
                .where(JOB.ID.eq(id))
                .fetchSingle()
                .value1());
    }

    void reached(UUID id, long done, @Nullable Long total, @Nullable Object place) {
        database.update(JOB)
                .set(JOB.DONE, done)
                .set(JOB.TOTAL, total)
                .set(JOB.PLACE, place == null ? null : json(place))
                .where(JOB.ID.eq(id))
                .execute();
    }

    /** Counts rows that were treated. */
    void advanced(UUID id, int rows) {
        database.update(JOB)
                .set(JOB.DONE, JOB.DONE.plus(rows))
                .where(JOB.ID.eq(id))
                .execute();
    }

    String object(UUID id) {
        return value(JOB.OBJECT, id);
    }

    /** Says whether it was still open: two nodes may tell the end of the same job. */
    boolean ended(UUID id, String state, @Nullable Object result, @Nullable Object problem) {
        return database.update(JOB)
                        .set(JOB.STATE, state)
                        .set(JOB.RESULT, result == null ? null : json(result))
                        .set(JOB.PROBLEM, problem == null ? null : json(problem))
                        .set(JOB.FINISHED_AT, now())
                        .where(JOB.ID.eq(id))
                        .and(JOB.STATE.in("queued", "running"))
                        .execute()
                == 1;
    }

    /** Asks a job to stop; says whether it was still open. */
    boolean cancel(UUID id) {
        return database.update(JOB)
                        .set(JOB.CANCEL_ASKED, true)
                        .where(JOB.ID.eq(id))
                        .and(JOB.CREATED_BY.eq(Acting.current().person()))
                        .and(JOB.STATE.in(OPEN))
                        .execute()
                == 1;
    }

    /** Marks a job as taken back; says whether it was not yet, so that an undo happens once. */
    boolean undone(UUID id, UUID by) {
        return database.update(JOB)
                        .set(JOB.UNDONE_BY, by)
                        .where(JOB.ID.eq(id))
                        .and(JOB.UNDONE_BY.isNull())
                        .execute()
                == 1;
    }

    /** An undo that did not come to its end leaves the rest to another one. */
    void undoableAgain(UUID undo) {
        database.update(JOB)
                .setNull(JOB.UNDONE_BY)
                .where(JOB.ID.eq(DSL.select(JOB.UNDOES).from(JOB).where(JOB.ID.eq(undo))))
                .and(JOB.UNDONE_BY.eq(undo))
                .execute();
    }

    /** All that undo, or began to undo, the same as this one. */
    List<UUID> undos(UUID undo) {
        return database.select(JOB.ID)
                .from(JOB)
                .where(JOB.UNDOES.eq(DSL.select(JOB.UNDOES).from(JOB).where(JOB.ID.eq(undo))))
                .fetch(JOB.ID);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static JSONB json(Object value) {
        return JSONB.valueOf(JSON.writeValueAsString(value));
    }

    /** For the rest of the transaction neither a statement nor the time between two is limited. */
    void unhurried() {
        for (String limit : List.of("statement_timeout", "idle_in_transaction_session_timeout")) {
            database.select(DSL.function(
                            "set_config", SQLDataType.VARCHAR, DSL.val(limit), DSL.inline("0"), DSL.inline(true)))
                    .fetch();
        }
        database.connection(connection -> connection.setNetworkTimeout(Runnable::run, LONGEST_SILENCE));
    }
}
