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
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The statements on the tables of record types that find, count and write; pages of lists are in {@link PageSql}. */
@Component
class RecordSql {
    private final DSLContext database;

    RecordSql(DSLContext database) {
        this.database = database;
    }

    /** Counts up to the limit and no further. */
    long count(RecordType type, RecordScope scope, Condition condition, long limit) {
        var counted = DSL.selectOne()
                .from(type.table())
                .where(scope.condition(type).and(condition))
                .limit(DSL.inline(limit))
                .asTable("counted");
        Long value = database.select(DSL.count().cast(Long.class))
                .from(counted)
                .fetchSingle()
                .value1();
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

    /** The row, which nobody else writes until the transaction ends. */
    Optional<Record> lock(RecordType type, UUID id, Collection<Field<?>> columns) {
        return Optional.ofNullable(database.select(columns)
                .from(type.table())
                .where(type.column("id").eq(id))
                .and(type.alive())
                .forNoKeyUpdate()
                .fetchOne());
    }

    /** The rows of these ids, in no order. */
    List<Record> find(RecordType type, RecordScope scope, Collection<UUID> ids, Collection<Field<?>> columns) {
        return find(type, scope, ids, columns, type.alive());
    }

    List<Record> find(
            RecordType type, RecordScope scope, Collection<UUID> ids, Collection<Field<?>> columns, Condition state) {
        return new ArrayList<>(database.select(columns)
                .from(type.table())
                .where(type.column("id").in(List.<Object>copyOf(ids)))
                .and(scope.condition(type))
                .and(state)
                .fetch());
    }

    /** Whether the row is there; then a merge of it, or its end, waits for this transaction, which hangs something on it. */
    boolean hold(RecordType type, RecordScope scope, UUID id) {
        return database.select(type.column("id"))
                        .from(type.table())
                        .where(type.column("id").eq(id))
                        .and(scope.condition(type))
                        .and(type.alive())
                        .forKeyShare()
                        .fetchOne()
                != null;
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

    /** Many rows by one statement of fixed shape: a parameter for each column, which holds the values of all rows. */
    void insert(RecordType type, long tenant, List<Map<Field<?>, @Nullable Object>> rows) {
        if (rows.isEmpty()) return;
        List<Field<?>> columns = new ArrayList<>(List.of(type.column("tenant_id")));
        List<SelectField<?>> values = new ArrayList<>(List.of(DSL.val(tenant)));
        for (Field<?> column : rows.getFirst().keySet()) {
            var all = rows.stream().map(row -> row.get(column)).toList();
            if (all.stream().allMatch(Objects::isNull)) continue;
            columns.add(column);
            values.add(ColumnValues.of(column, all));
        }
        database.insertInto(type.table(), columns).select(DSL.select(values)).execute();
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

    /** Marks as deleted what is there and in reach; answers with the ids. */
    List<UUID> delete(RecordType type, RecordScope scope, List<UUID> ids, Map<Field<?>, @Nullable Object> columns) {
        return updateAll(type, ids, scope.condition(type).and(type.alive()), columns);
    }

    /** Deletes for good, whatever the state. */
    void forget(RecordType type, Collection<UUID> ids) {
        database.deleteFrom(type.table())
                .where(type.column("id", UUID.class).in(ids))
                .execute();
    }

    /** Writes the same into the rows that meet the condition, each with a new version; answers with their ids. */
    List<UUID> updateAll(
            RecordType type, List<UUID> ids, Condition condition, Map<Field<?>, @Nullable Object> columns) {
        var version = type.column("version", Long.class);
        return database.update(type.table())
                .set(columns)
                .set(version, version.plus(1))
                .where(type.column("id", UUID.class).eq(DSL.any(ids.toArray(UUID[]::new))))
                .and(condition)
                .returningResult(type.column("id", UUID.class))
                .fetch(0, UUID.class);
    }
}
