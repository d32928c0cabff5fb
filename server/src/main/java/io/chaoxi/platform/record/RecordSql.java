package io.chaoxi.platform.record;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Every statement on the tables of record types. docs/decisions/0002-access-plans.md says which index serves which. */
@Component
class RecordSql {
    private final DSLContext database;

    RecordSql(DSLContext database) {
        this.database = database;
    }

    /** What a page of a list is made from. */
    record Page(
            RecordType type,
            RecordScope scope,
            Condition condition,
            Ordering ordering,
            @Nullable List<Object> after,
            Collection<Field<?>> columns,
            int rows) {

        Condition where() {
            return after == null ? condition : condition.and(ordering.after(after));
        }
    }

    List<Record> page(Page page) {
        var columns = new ArrayList<SelectField<?>>(page.columns());
        for (int i = 0; i < page.ordering().keys().size(); i++) {
            columns.add(page.ordering().keys().get(i).field().as("key_" + i));
        }
        if (page.scope() instanceof RecordScope.Departments(List<UUID> ids)
                && ids.size() > 1
                && page.ordering().indexed()) {
            return new ArrayList<>(byDepartment(page, columns, ids));
        }
        return new ArrayList<>(database.select(columns)
                .from(page.type().table())
                .where(page.scope().condition(page.type()).and(page.where()))
                .orderBy(page.ordering().sort())
                .limit(DSL.inline(page.rows()))
                .fetch());
    }

    /** Each department's own first rows, read from its index in order, then the first of all of them. */
    private List<? extends Record> byDepartment(Page page, List<SelectField<?>> columns, List<UUID> ids) {
        var departments = DSL.unnest(ids.toArray(UUID[]::new)).as("departments", "id");
        Field<Object> department = page.type().column("owner_department_id");
        Select<?> rows = DSL.select(columns)
                .from(page.type().table())
                .where(department.eq(RecordFields.untyped(Objects.requireNonNull(departments.field("id")))))
                .and(page.where())
                .orderBy(page.ordering().sort())
                .limit(DSL.inline(page.rows()));
        var firsts = DSL.lateral(rows).as("firsts");
        var order = new ArrayList<org.jooq.SortField<?>>();
        for (int i = 0; i < page.ordering().keys().size(); i++) {
            var key = RecordFields.untyped(Objects.requireNonNull(firsts.field("key_" + i)));
            order.add(page.ordering().keys().get(i).descending() ? key.desc() : key.asc());
        }
        return database.select(firsts.fields())
                .from(departments)
                .crossJoin(firsts)
                .orderBy(order)
                .limit(DSL.inline(page.rows()))
                .fetch();
    }

    /** Counts up to the limit and no further. */
    long count(RecordType type, RecordScope scope, Condition condition, long limit) {
        var counted = DSL.selectOne()
                .from(type.table())
                .where(scope.condition(type).and(condition))
                .limit(DSL.inline(limit))
                .asTable("counted");
        Long value = database.select(DSL.count().cast(Long.class)).from(counted).fetchSingle().value1();
        return value == null ? 0 : value;
    }

    Optional<Record> find(RecordType type, RecordScope scope, UUID id, Collection<Field<?>> columns, Condition state) {
        return Optional.ofNullable(database.select(columns)
                .from(type.table())
                .where(type.column("id").eq(id))
                .and(scope.condition(type))
                .and(state)
                .fetchOne());
    }

    /** The rows of these ids, in no order. */
    List<Record> find(RecordType type, RecordScope scope, Collection<UUID> ids, Collection<Field<?>> columns) {
        return new ArrayList<>(database.select(columns)
                .from(type.table())
                .where(type.column("id").in(List.<Object>copyOf(ids)))
                .and(scope.condition(type))
                .and(type.alive())
                .fetch());
    }

    /** Rows of a small table, deleted ones too, for the titles that old references need. */
    List<Record> find(RecordType type, Condition condition, Collection<Field<?>> columns, int limit) {
        return new ArrayList<>(database.select(columns)
                .from(type.table())
                .where(condition)
                .limit(limit)
                .fetch());
    }

    /** Ids of all rows that meet the condition, for the snapshot of a bulk job. */
    List<UUID> ids(RecordType type, RecordScope scope, Condition condition, long limit) {
        return database.select(type.column("id", UUID.class))
                .from(type.table())
                .where(scope.condition(type).and(condition))
                .orderBy(type.column("id"))
                .limit(limit)
                .fetch(0, UUID.class);
    }

    void insert(RecordType type, long tenant, Map<Field<?>, @Nullable Object> columns) {
        columns.put(type.column("tenant_id"), tenant);
        database.insertInto(type.table()).set(columns).execute();
    }

    void insert(RecordType type, long tenant, List<Map<Field<?>, @Nullable Object>> rows) {
        if (rows.isEmpty()) return;
        var columns = new ArrayList<Field<?>>(rows.getFirst().keySet());
        columns.add(type.column("tenant_id"));
        var insert = database.insertInto(type.table(), columns);
        for (var row : rows) {
            row.put(type.column("tenant_id"), tenant);
            insert = insert.values(columns.stream().map(row::get).toArray());
        }
        insert.execute();
    }

    /** Writes when the version still is the expected one; says whether it was. */
    boolean update(RecordType type, UUID id, long version, Map<Field<?>, @Nullable Object> columns) {
        columns.put(type.column("version"), version + 1);
        return database.update(type.table())
                        .set(columns)
                        .where(type.column("id").eq(id))
                        .and(type.column("version", Long.class).eq(version))
                        .execute()
                == 1;
    }
}
