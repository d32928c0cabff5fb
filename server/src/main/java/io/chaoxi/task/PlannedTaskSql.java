package io.chaoxi.task;

import static chaoxi.tables.Tables.PERSON;
import static chaoxi.tables.Tables.TASK;

import chaoxi.tables.tables.records.TaskRecord;
import io.chaoxi.platform.record.Choices;
import io.chaoxi.platform.record.Unnested;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.rights.Actor;
import io.chaoxi.platform.text.SearchTokens;
import io.chaoxi.workday.Due;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Statements on the tasks that rhythms make. */
@Component
class PlannedTaskSql {
    private static final String PRIORITY = "medium";

    private final DSLContext database;
    private final Choices choices;
    private final Clock clock;

    PlannedTaskSql(DSLContext database, Choices choices, Clock clock) {
        this.database = database;
        this.choices = choices;
        this.clock = clock;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    List<PlannedTask> lockOpen(Collection<UUID> customers) {
        return database.selectFrom(TASK)
                .where(TASK.CUSTOMER_ID.eq(DSL.any(customers.toArray(UUID[]::new))))
                .and(TASK.STATUS.eq(TaskStatus.OPEN))
                .and(TASK.CADENCE_ID.isNotNull())
                .and(TASK.DELETED_AT.isNull())
                .orderBy(TASK.DUE_AT, TASK.ID)
                .forNoKeyUpdate()
                .skipLocked()
                .fetch(PlannedTaskSql::read);
    }

    private static PlannedTask read(TaskRecord row) {
        return new PlannedTask(
                row.getId(),
                row.getCadenceId(),
                row.getCadenceOf(),
                row.getCustomerId(),
                row.getOwnerId(),
                row.getDueOn(),
                row.getCreatedAt().toInstant(),
                Actor.isProgram(row.getChangedBy()));
    }

    Map<UUID, PlannedTask.Fate> fates(Collection<UUID> tasks) {
        return database.select(TASK.ID, TASK.CUSTOMER_ID, TASK.STATUS, TASK.DONE_AT, TASK.DUE_ON, TASK.DELETED_AT)
                .from(TASK)
                .where(TASK.ID.eq(DSL.any(tasks.toArray(UUID[]::new))))
                .fetchMap(
                        TASK.ID,
                        row -> new PlannedTask.Fate(
                                row.get(TASK.CUSTOMER_ID),
                                row.get(TASK.STATUS).equals(TaskStatus.OPEN) && row.get(TASK.DELETED_AT) == null,
                                row.get(TASK.DONE_AT) == null
                                        ? null
                                        : row.get(TASK.DONE_AT).toInstant(),
                                row.get(TASK.DUE_ON)));
    }

    List<UUID> customers(Collection<UUID> tasks) {
        return database.selectDistinct(TASK.CUSTOMER_ID)
                .from(TASK)
                .where(TASK.ID.eq(DSL.any(tasks.toArray(UUID[]::new))))
                .and(TASK.CADENCE_ID.isNotNull())
                .and(TASK.CUSTOMER_ID.isNotNull())
                .fetch(TASK.CUSTOMER_ID);
    }

    List<UUID> insert(Collection<PlannedTask.New> tasks) {
        var departments = departments(tasks.stream().map(PlannedTask.New::owner).toList());
        Set<String> kinds = choices.items("taskKind").keySet();
        var rows = new ArrayList<TaskRecord>();
        for (var task : tasks) {
            var row = row(task, departments.get(task.owner()));
            if (kinds.contains(task.kind())) row.setKind(task.kind());
            rows.add(row);
        }
        return database.insertInto(TASK, TASK.fields())
                .valuesOfRecords(rows)
                .onConflictDoNothing()
                .returningResult(TASK.ID)
                .fetch(TASK.ID);
    }

    private TaskRecord blank(UUID id) {
        var actor = Acting.current();
        var row = database.newRecord(TASK);
        row.setTenantId(actor.tenant());
        row.setId(id);
        row.setVersion(1L);
        row.setCreatedAt(now());
        row.setCreatedBy(actor.person());
        row.setChangedAt(now());
        row.setChangedBy(actor.person());
        row.setWorkdaysOnly(false);
        row.setTags(new UUID[0]);
        row.setCustom(JSONB.valueOf("{}"));
        return row;
    }

    private TaskRecord row(PlannedTask.New task, @Nullable UUID department) {
        var actor = Acting.current();
        var row = blank(task.id());
        row.setOwnerId(task.owner());
        row.setOwnerDepartmentId(department);
        row.setSubject(task.subject());
        row.setGoal(task.goal());
        row.setPriority(PRIORITY);
        row.setCustomerId(task.customer());
        row.setDueOn(task.due());
        row.setDueAt(new Due(task.due(), null, actor.zone()).over().atOffset(ZoneOffset.UTC));
        row.setStatus(TaskStatus.OPEN);
        row.setCadence(task.cadenceName());
        row.setCadenceId(task.cadence());
        row.setCadenceOf(task.customer());
        row.setSample(task.sample());
        row.setSearch(SearchTokens.ofName(actor.tenant(), task.subject()));
        return row;
    }

    private Map<UUID, @Nullable UUID> departments(Collection<UUID> people) {
        var departments = new HashMap<UUID, @Nullable UUID>();
        database.select(PERSON.ID, PERSON.DEPARTMENT_ID)
                .from(PERSON)
                .where(PERSON.ID.in(Set.copyOf(people)))
                .forEach(row -> departments.put(row.value1(), row.value2()));
        return departments;
    }

    void end(String status, TableField<TaskRecord, String> words, Map<UUID, String> said, @Nullable UUID by) {
        Table<?> values = values(TASK.RESULT, said);
        boolean done = status.equals(TaskStatus.DONE);
        database.update(TASK)
                .set(TASK.STATUS, status)
                .set(words, column(values, "value", String.class))
                .set(TASK.DONE_AT, done ? now() : null)
                .set(TASK.DONE_BY_ID, Actor.isProgram(by) ? null : by)
                .setNull(TASK.REMIND_AT)
                .set(TASK.VERSION, TASK.VERSION.plus(1))
                .set(TASK.CHANGED_AT, now())
                .set(TASK.CHANGED_BY, Acting.current().person())
                .from(values)
                .where(TASK.ID.eq(column(values, "task", UUID.class)))
                .execute();
    }

    void pass(Map<UUID, UUID> owners) {
        Table<?> values = values(TASK.OWNER_ID, owners);
        var owner = column(values, "value", UUID.class);
        database.update(TASK)
                .set(TASK.OWNER_ID, owner)
                .set(
                        TASK.OWNER_DEPARTMENT_ID,
                        DSL.field(DSL.select(PERSON.DEPARTMENT_ID)
                                .from(PERSON)
                                .where(PERSON.TENANT_ID.eq(TASK.TENANT_ID))
                                .and(PERSON.ID.eq(owner))))
                .setNull(TASK.ASSIGNED_BY_ID)
                .set(TASK.VERSION, TASK.VERSION.plus(1))
                .set(TASK.CHANGED_AT, now())
                .from(values)
                .where(TASK.ID.eq(column(values, "task", UUID.class)))
                .execute();
    }

    /** But where there is another one already, which somebody is writing just now. */
    void adopt(Collection<UUID> tasks) {
        var other = TASK.as("other");
        database.update(TASK)
                .set(TASK.CADENCE_OF, TASK.CUSTOMER_ID)
                .where(TASK.ID.eq(DSL.any(tasks.toArray(UUID[]::new))))
                .andNotExists(DSL.selectOne()
                        .from(other)
                        .where(other.TENANT_ID.eq(TASK.TENANT_ID))
                        .and(other.CADENCE_ID.eq(TASK.CADENCE_ID))
                        .and(other.CADENCE_OF.eq(TASK.CUSTOMER_ID))
                        .and(other.STATUS.eq(TaskStatus.OPEN))
                        .and(other.DELETED_AT.isNull()))
                .execute();
    }

    private static <T> Table<?> values(Field<T> like, Map<UUID, T> values) {
        List<UUID> tasks = new ArrayList<>();
        List<T> all = new ArrayList<>();
        values.forEach((task, value) -> {
            tasks.add(task);
            all.add(value);
        });
        return DSL.select(Unnested.of("task", TASK.ID, tasks), Unnested.of("value", like, all))
                .asTable("said");
    }

    private static <T> Field<T> column(Table<?> table, String name, Class<T> type) {
        return Objects.requireNonNull(table.field(name, type));
    }
}
