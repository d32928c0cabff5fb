package io.chaoxi.task;

import static chaoxi.tables.Tables.CONTACT;
import static chaoxi.tables.Tables.CUSTOMER;
import static chaoxi.tables.Tables.LEAD;
import static chaoxi.tables.Tables.TASK;

import chaoxi.tables.tables.records.TaskRecord;
import io.chaoxi.platform.record.HistorySql;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.workday.FirmMoments;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SelectField;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Statements on tasks beyond those of the record machine. */
@Component
class TaskSql {
    private final DSLContext database;
    private final HistorySql history;
    private final Clock clock;

    TaskSql(DSLContext database, HistorySql history, Clock clock) {
        this.database = database;
        this.history = history;
        this.clock = clock;
    }

    /** The days of the firm begin at another time: what is open and not late is due, and reminded of, by its new clock. */
    void dueAnew() {
        var reminder = FirmMoments.reminder(TASK.DUE_ON, TASK.DUE_TIME, TASK.REMIND_BEFORE);
        database.update(TASK)
                .set(TASK.DUE_AT, FirmMoments.over(TASK.DUE_ON, TASK.DUE_TIME))
                .set(TASK.REMIND_AT, DSL.when(TASK.REMIND_AT.isNotNull(), reminder))
                .where(TASK.STATUS.eq(TaskStatus.OPEN))
                .and(TASK.DUE_AT.gt(now()))
                .execute();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /** Whether the lead became a customer; if not, it becomes none before this transaction ends. */
    boolean converted(UUID lead) {
        return database.select(LEAD.CONVERTED_AT)
                .from(LEAD)
                .where(LEAD.ID.eq(lead))
                .forShare()
                .fetchOptional(LEAD.CONVERTED_AT)
                .isPresent();
    }

    /** Whether its series has another task in its place. */
    boolean goesOnWithout(UUID task) {
        var other = TASK.as("other");
        return database.fetchExists(DSL.selectOne()
                .from(TASK)
                .join(other)
                .on(other.TENANT_ID.eq(TASK.TENANT_ID).and(other.SERIES_ID.eq(TASK.SERIES_ID)))
                .where(TASK.ID.eq(task))
                .and(other.SERIES_NUMBER.eq(TASK.SERIES_NUMBER))
                .and(other.ID.ne(TASK.ID))
                .and(other.DELETED_AT.isNull()));
    }

    /** Whether its rhythm has another open one with the customer. */
    boolean cadenceGoesOnWithout(UUID task) {
        var other = TASK.as("other");
        return database.fetchExists(DSL.selectOne()
                .from(TASK)
                .join(other)
                .on(other.TENANT_ID.eq(TASK.TENANT_ID).and(other.CADENCE_ID.eq(TASK.CADENCE_ID)))
                .where(TASK.ID.eq(task))
                .and(other.CADENCE_OF.eq(TASK.CADENCE_OF).or(other.CUSTOMER_ID.eq(TASK.CUSTOMER_ID)))
                .and(other.STATUS.eq(TaskStatus.OPEN))
                .and(other.ID.ne(TASK.ID))
                .and(other.DELETED_AT.isNull()));
    }

    /** Open ones of these about leads that became customers are about the customer from now on; says which. */
    List<UUID> follow(Condition which) {
        var moved = database.update(TASK)
                .set(TASK.CUSTOMER_ID, LEAD.CUSTOMER_ID)
                .set(TASK.CONTACT_ID, LEAD.CONTACT_ID)
                .setNull(TASK.LEAD_ID)
                .set(TASK.VERSION, TASK.VERSION.plus(1))
                .set(TASK.CHANGED_AT, now())
                .set(TASK.CHANGED_BY, Acting.current().person())
                .from(LEAD)
                .where(which)
                .and(TASK.STATUS.eq(TaskStatus.OPEN))
                .and(LEAD.TENANT_ID.eq(TASK.TENANT_ID))
                .and(LEAD.ID.eq(TASK.LEAD_ID))
                .and(LEAD.CUSTOMER_ID.isNotNull())
                .returningResult(TASK.ID, LEAD.ID, LEAD.CUSTOMER_ID, LEAD.CONTACT_ID)
                .fetch();
        if (moved.isEmpty()) return List.of();
        var lines = moved.stream()
                .map(task -> new HistorySql.Line(
                        task.value1(),
                        "changed",
                        List.of(
                                change("lead", task.value2(), null),
                                change("customer", null, task.value3()),
                                change("contact", null, task.value4()))))
                .toList();
        history.add("task", lines, null);
        return moved.getValues(TASK.ID);
    }

    private static Map<String, @Nullable Object> change(String field, @Nullable UUID from, @Nullable UUID to) {
        var change = new HashMap<String, @Nullable Object>(Map.of("field", field));
        change.put("from", Objects.toString(from, null));
        change.put("to", Objects.toString(to, null));
        return change;
    }

    TaskRecord row(UUID task) {
        return database.selectFrom(TASK).where(TASK.ID.eq(task)).fetchSingle();
    }

    boolean customerStands(UUID customer) {
        return database.fetchExists(CUSTOMER, CUSTOMER.ID.eq(customer).and(CUSTOMER.DELETED_AT.isNull()));
    }

    boolean contactStands(UUID contact) {
        return database.fetchExists(CONTACT, CONTACT.ID.eq(contact).and(CONTACT.DELETED_AT.isNull()));
    }

    /** Whether the lead is there and has not become a customer. */
    boolean leadStands(UUID lead) {
        return database.fetchExists(
                LEAD, LEAD.ID.eq(lead).and(LEAD.DELETED_AT.isNull()).and(LEAD.CONVERTED_AT.isNull()));
    }

    /** A task like this one, but for these columns; false where its series has one with that number already. */
    boolean insertLike(UUID task, Map<Field<?>, @Nullable Object> but) {
        List<Field<?>> columns = new ArrayList<>();
        List<SelectField<?>> values = new ArrayList<>();
        for (Field<?> column : TASK.fields()) {
            columns.add(column);
            values.add(but.containsKey(column) ? DSL.val(but.get(column), column.getDataType()) : column);
        }
        return database.insertInto(TASK, columns)
                        .select(DSL.select(values).from(TASK).where(TASK.ID.eq(task)))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    Optional<TaskRecord> numbered(UUID series, int number) {
        return database.selectFrom(TASK)
                .where(TASK.SERIES_ID.eq(series))
                .and(TASK.SERIES_NUMBER.eq(number))
                .and(TASK.DELETED_AT.isNull())
                .fetchOptional();
    }

    /** Those of which somebody is to be reminded by now, the longest overdue first, kept from everybody else's hands. */
    List<TaskRecord> toRemind(int most) {
        return database.selectFrom(TASK)
                .where(TASK.REMIND_AT.le(now()))
                .and(TASK.DELETED_AT.isNull())
                .orderBy(TASK.REMIND_AT)
                .limit(most)
                .forNoKeyUpdate()
                .skipLocked()
                .fetch();
    }

    void reminded(Collection<UUID> tasks) {
        database.update(TASK).setNull(TASK.REMIND_AT).where(TASK.ID.in(tasks)).execute();
    }

    /** Those of these customers about which somebody has something to do that is no sample. */
    /** @param about the column that names them */
    List<UUID> inUse(TableField<TaskRecord, UUID> about, Collection<UUID> records) {
        return database.selectDistinct(about)
                .from(TASK)
                .where(about.in(records))
                .andNot(TASK.SAMPLE)
                .fetch(about);
    }

    void markSample(Collection<UUID> tasks) {
        database.update(TASK).set(TASK.SAMPLE, true).where(TASK.ID.in(tasks)).execute();
    }

    List<UUID> delete(Condition which) {
        return database.deleteFrom(TASK).where(which).returningResult(TASK.ID).fetch(TASK.ID);
    }
}
