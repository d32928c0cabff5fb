package io.chaoxi.promise;

import static chaoxi.tables.Tables.DEPARTMENT;
import static chaoxi.tables.Tables.LEAD;
import static chaoxi.tables.Tables.PROMISE;

import chaoxi.tables.tables.records.PromiseRecord;
import io.chaoxi.platform.record.HistorySql;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.workday.FirmMoments;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Statements on promises beyond those of the record machine. */
@Component
class PromiseSql {
    private final DSLContext database;
    private final HistorySql history;
    private final Clock clock;

    PromiseSql(DSLContext database, HistorySql history, Clock clock) {
        this.database = database;
        this.history = history;
        this.clock = clock;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /** One whose time has passed, as far as people are told of it. */
    record Passed(UUID id, @Nullable UUID owner, @Nullable UUID leader, String due) {}

    /** Whether the lead became a customer; if not, it becomes none before this transaction ends. */
    boolean converted(UUID lead) {
        return database.select(LEAD.CONVERTED_AT)
                .from(LEAD)
                .where(LEAD.ID.eq(lead))
                .forShare()
                .fetchOptional(LEAD.CONVERTED_AT)
                .isPresent();
    }

    /** Whether one of them is not open any more, or its time has passed. */
    boolean anyEnded(Collection<UUID> promises) {
        return database.fetchExists(
                PROMISE,
                PROMISE.ID
                        .in(promises)
                        .and(PROMISE.STATUS.ne(PromiseStatus.OPEN).or(PROMISE.DUE_AT.le(now()))));
    }

    /** Whether one of them was given to somebody else than this one, or for an earlier time. */
    boolean anyOther(UUID promise, Collection<UUID> others) {
        var one = PROMISE.as("one");
        return database.fetchExists(DSL.selectOne()
                .from(one)
                .join(PROMISE)
                .on(PROMISE.ID.in(others))
                .where(one.ID.eq(promise))
                .and(one.DUE_AT
                        .gt(PROMISE.DUE_AT)
                        .or(one.CUSTOMER_ID.isDistinctFrom(PROMISE.CUSTOMER_ID))
                        .or(one.CONTACT_ID.isDistinctFrom(PROMISE.CONTACT_ID))
                        .or(one.LEAD_ID.isDistinctFrom(PROMISE.LEAD_ID))));
    }

    /** Those that are no slips of the pen any more: written before then, past their time, or ended. */
    Set<UUID> staying(Collection<UUID> promises, Instant slips) {
        return database.select(PROMISE.ID)
                .from(PROMISE)
                .where(PROMISE.ID.in(promises))
                .and(PROMISE.STATUS
                        .ne(PromiseStatus.OPEN)
                        .or(PROMISE.DUE_AT.le(now()))
                        .or(PROMISE.CREATED_AT.le(slips.atOffset(ZoneOffset.UTC))))
                .fetchSet(PROMISE.ID);
    }

    /** The days of the firm begin at another time: what is still open is due, and reminded of, by its new clock. */
    void dueAnew() {
        var reminder = FirmMoments.reminder(PROMISE.DUE_ON, PROMISE.DUE_TIME, PROMISE.REMIND_BEFORE);
        database.update(PROMISE)
                .set(PROMISE.DUE_AT, FirmMoments.over(PROMISE.DUE_ON, PROMISE.DUE_TIME))
                .set(PROMISE.REMIND_AT, DSL.when(PROMISE.REMIND_AT.isNotNull(), reminder))
                .where(PROMISE.STATUS.eq(PromiseStatus.OPEN))
                .and(PROMISE.DUE_AT.gt(now()))
                .execute();
    }

    /** Open ones whose time has passed, the longest first, kept from everybody else's hands. */
    List<Passed> passed(int most) {
        return told().where(PROMISE.STATUS.eq(PromiseStatus.OPEN))
                .and(PROMISE.DUE_AT.le(now()))
                .and(PROMISE.DELETED_AT.isNull())
                .orderBy(PROMISE.DUE_AT)
                .limit(most)
                .forNoKeyUpdate()
                .of(PROMISE)
                .skipLocked()
                .fetch(PromiseSql::passed);
    }

    @Nullable
    Passed told(UUID promise) {
        return told().where(PROMISE.ID.eq(promise)).fetchOne(PromiseSql::passed);
    }

    private SelectOnConditionStep<?> told() {
        return database.select(PROMISE.ID, PROMISE.OWNER_ID, DEPARTMENT.LEADER_ID, PROMISE.DUE_ON, PROMISE.DUE_TIME)
                .from(PROMISE)
                .leftJoin(DEPARTMENT)
                .on(DEPARTMENT.TENANT_ID.eq(PROMISE.TENANT_ID).and(DEPARTMENT.ID.eq(PROMISE.OWNER_DEPARTMENT_ID)));
    }

    private static Passed passed(Record row) {
        String time = row.get(PROMISE.DUE_TIME);
        return new Passed(
                row.get(PROMISE.ID),
                row.get(PROMISE.OWNER_ID),
                row.get(DEPARTMENT.LEADER_ID),
                row.get(PROMISE.DUE_ON) + (time == null ? "" : " " + time));
    }

    void breakThem(Collection<UUID> promises, Instant apologyDue) {
        database.update(PROMISE)
                .set(PROMISE.STATUS, PromiseStatus.BROKEN)
                .set(PROMISE.BROKEN_AT, PROMISE.DUE_AT)
                .set(PROMISE.COUNTS_FOR_ID, PROMISE.OWNER_ID)
                .set(PROMISE.APOLOGY_DUE_AT, apologyDue.atOffset(ZoneOffset.UTC))
                .setNull(PROMISE.REMIND_AT)
                .set(PROMISE.VERSION, PROMISE.VERSION.plus(1))
                .set(PROMISE.CHANGED_AT, now())
                .set(PROMISE.CHANGED_BY, Acting.current().person())
                .where(PROMISE.ID.in(promises))
                .execute();
    }

    /** Those of which somebody is to be reminded by now, kept from everybody else's hands. */
    List<PromiseRecord> toRemind(int most) {
        return database.selectFrom(PROMISE)
                .where(PROMISE.REMIND_AT.le(now()))
                .and(PROMISE.DELETED_AT.isNull())
                .orderBy(PROMISE.REMIND_AT)
                .limit(most)
                .forNoKeyUpdate()
                .skipLocked()
                .fetch();
    }

    void reminded(Collection<UUID> promises) {
        database.update(PROMISE)
                .setNull(PROMISE.REMIND_AT)
                .where(PROMISE.ID.in(promises))
                .execute();
    }

    /** What is still to be done of these about leads that became customers is owed to the customer from now on; says which. */
    List<UUID> follow(Condition which) {
        var moved = database.update(PROMISE)
                .set(PROMISE.CUSTOMER_ID, LEAD.CUSTOMER_ID)
                .set(PROMISE.CONTACT_ID, LEAD.CONTACT_ID)
                .setNull(PROMISE.LEAD_ID)
                .set(PROMISE.VERSION, PROMISE.VERSION.plus(1))
                .set(PROMISE.CHANGED_AT, now())
                .set(PROMISE.CHANGED_BY, Acting.current().person())
                .from(LEAD)
                .where(which)
                .and(PROMISE.STATUS.eq(PromiseStatus.OPEN).or(PROMISE.APOLOGY_DUE_AT.isNotNull()))
                .and(LEAD.TENANT_ID.eq(PROMISE.TENANT_ID))
                .and(LEAD.ID.eq(PROMISE.LEAD_ID))
                .and(LEAD.CUSTOMER_ID.isNotNull())
                .returningResult(PROMISE.ID, LEAD.ID, LEAD.CUSTOMER_ID, LEAD.CONTACT_ID)
                .fetch();
        var lines = moved.stream()
                .map(one -> new HistorySql.Line(
                        one.value1(),
                        "changed",
                        List.of(
                                change("lead", one.value2(), null),
                                change("customer", null, one.value3()),
                                change("contact", null, one.value4()))))
                .toList();
        history.add("promise", lines, null);
        return moved.getValues(PROMISE.ID);
    }

    private static Map<String, @Nullable Object> change(String field, @Nullable UUID from, @Nullable UUID to) {
        var change = new HashMap<String, @Nullable Object>(Map.of("field", field));
        change.put("from", Objects.toString(from, null));
        change.put("to", Objects.toString(to, null));
        return change;
    }

    /**
     * Those of these records to which something was promised that is no sample.
     *
     * @param about the column that names them
     */
    List<UUID> inUse(TableField<PromiseRecord, UUID> about, Collection<UUID> records) {
        return database.selectDistinct(about)
                .from(PROMISE)
                .where(about.in(records))
                .andNot(PROMISE.SAMPLE)
                .fetch(about);
    }

    void markSample(Collection<UUID> promises) {
        database.update(PROMISE)
                .set(PROMISE.SAMPLE, true)
                .where(PROMISE.ID.in(promises))
                .execute();
    }

    List<UUID> delete(Condition which) {
        return database.deleteFrom(PROMISE)
                .where(which)
                .returningResult(PROMISE.ID)
                .fetch(PROMISE.ID);
    }
}
