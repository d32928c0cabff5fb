package io.chaoxi.platform.record;

import static chaoxi.tables.Tables.MERGE_MOVE;

import chaoxi.tables.DefaultSchema;
import io.chaoxi.platform.rights.Acting;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.ForeignKey;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/**
 * Carries what points to records over to another one, and back. What points to them is read from the tables as the
 * migrations made them: foreign keys, and columns whose comment says that they follow merges; so an object that comes
 * later is carried along without being named here. Every row is noted before it moves, in steps that are taken back in
 * reverse.
 */
@Component
class MergeMoves {
    static final String FOLLOWS = "follows merges";

    private final DSLContext database;
    private final Clock clock;

    MergeMoves(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A column that points to records; {@code byObject}: beside a column that says of which object. */
    record Reference(Table<?> table, Field<UUID> column, boolean byObject) {
        Condition to(RecordType type, Collection<UUID> records) {
            Condition pointing = column.eq(DSL.any(records.toArray(UUID[]::new)));
            return byObject ? pointing.and(field(table, "object", String.class).eq(type.object())) : pointing;
        }
    }

    private static <T> Field<T> field(Table<?> table, String name, Class<T> type) {
        return Objects.requireNonNull(table.field(name, type));
    }

    /** Everything that points to records of this type. */
    static List<Reference> references(RecordType type) {
        List<Reference> found = new ArrayList<>();
        for (Table<?> table : DefaultSchema.DEFAULT_SCHEMA.getTables()) {
            for (ForeignKey<?, ?> key : table.getReferences()) {
                if (!key.getKey().getTable().equals(type.table())) continue;
                key.getFields().stream()
                        .filter(field -> !field.getName().equals("tenant_id"))
                        .forEach(field -> found.add(new Reference(table, field.coerce(UUID.class), false)));
            }
            for (Field<?> field : table.fields()) {
                if (field.getComment().equals(FOLLOWS)) found.add(new Reference(table, field.coerce(UUID.class), true));
            }
        }
        return found;
    }

    /** How many rows that are not deleted would be moved, by table; tables without any are left out. */
    Map<String, Integer> counts(RecordType type, Collection<UUID> records) {
        var counts = new LinkedHashMap<String, Integer>();
        for (Reference reference : references(type)) {
            var deleted = reference.table().field("deleted_at");
            Condition living = deleted == null ? DSL.noCondition() : deleted.isNull();
            int count = database.fetchCount(
                    reference.table(), reference.to(type, records).and(living));
            if (count > 0) counts.merge(reference.table().getName(), count, Integer::sum);
        }
        return counts;
    }

    /** One merge on its way; its steps are numbered as they come. */
    final class Carrying implements MergeNotes {
        private final UUID merge;
        private int step;

        Carrying(UUID merge) {
            this.merge = merge;
        }

        /** Moves everything that points to the others over to the survivor. What they say of each other is left to them. */
        void carry(RecordType type, List<UUID> others, UUID survivor) {
            List<UUID> family = new ArrayList<>(others);
            family.add(survivor);
            for (Reference reference : references(type)) {
                boolean own = reference.table().equals(type.table());
                Condition rows = reference.to(type, others);
                if (own)
                    rows = rows.and(field(reference.table(), "id", UUID.class).notIn(family));
                var following = type.rules()
                        .following(reference.table(), reference.column().getName(), DSL.val(survivor));
                move(reference.table(), reference.column(), survivor, rows, following);
            }
        }

        @Override
        public void set(TableField<?, Boolean> column, boolean value, Condition rows) {
            move(Objects.requireNonNull(column.getTable()), column, value, rows, Map.of());
        }

        private <T> void move(
                Table<?> table, Field<T> column, T value, Condition rows, Map<Field<?>, Field<?>> following) {
            step++;
            int noted = database.insertInto(
                            MERGE_MOVE,
                            MERGE_MOVE.TENANT_ID,
                            MERGE_MOVE.MERGE_ID,
                            MERGE_MOVE.STEP,
                            MERGE_MOVE.TABLE_NAME,
                            MERGE_MOVE.COLUMN_NAME,
                            MERGE_MOVE.ROW_ID,
                            MERGE_MOVE.WAS,
                            MERGE_MOVE.BECAME)
                    .select(DSL.select(
                                    DSL.val(Acting.current().tenant()),
                                    DSL.val(merge),
                                    DSL.val(step),
                                    DSL.val(table.getName()),
                                    DSL.val(column.getName()),
                                    field(table, "id", UUID.class),
                                    column.cast(SQLDataType.CLOB),
                                    DSL.val(value).cast(SQLDataType.CLOB))
                            .from(table)
                            .where(rows))
                    .execute();
            if (noted == 0) return;
            var columns = stamps(table);
            columns.put(column, value);
            columns.putAll(following);
            database.update(table).set(columns).where(noted(table, merge, step)).execute();
        }
    }

    private static Condition noted(Table<?> table, UUID merge, int step) {
        return field(table, "id", UUID.class)
                .in(DSL.select(MERGE_MOVE.ROW_ID)
                        .from(MERGE_MOVE)
                        .where(MERGE_MOVE.MERGE_ID.eq(merge))
                        .and(MERGE_MOVE.STEP.eq(step)));
    }

    /** Records that carry a version get a new one, so that whoever has them open notices. */
    private Map<Field<?>, Object> stamps(Table<?> table) {
        var columns = new LinkedHashMap<Field<?>, Object>();
        var changed = table.field("changed_at", OffsetDateTime.class);
        if (changed != null) {
            Field<Long> version = field(table, "version", Long.class);
            columns.put(version, version.plus(1));
            columns.put(changed, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
            columns.put(field(table, "changed_by", UUID.class), Acting.current().person());
        }
        return columns;
    }

    /** Sets every noted row back that nobody moved on meanwhile, the last step first. */
    void takeBack(RecordType type, UUID merge) {
        database.selectDistinct(MERGE_MOVE.STEP, MERGE_MOVE.TABLE_NAME, MERGE_MOVE.COLUMN_NAME)
                .from(MERGE_MOVE)
                .where(MERGE_MOVE.MERGE_ID.eq(merge))
                .orderBy(MERGE_MOVE.STEP.desc())
                .fetch()
                .forEach(step -> {
                    var table = Objects.requireNonNull(DefaultSchema.DEFAULT_SCHEMA.getTable(step.value2()));
                    var column = Objects.requireNonNull(table.field(step.value3()));
                    leaveMovedOn(table, column, merge, step.value1());
                    back(type, table, column, merge, step.value1());
                });
    }

    /** What somebody moved on meanwhile keeps what the steps before this one made of it, too. */
    private void leaveMovedOn(Table<?> table, Field<?> column, UUID merge, int step) {
        var noted = MERGE_MOVE.as("noted");
        var movedOn = DSL.select(noted.ROW_ID)
                .from(noted)
                .join(table)
                .on(field(table, "tenant_id", Long.class).eq(noted.TENANT_ID))
                .and(field(table, "id", UUID.class).eq(noted.ROW_ID))
                .where(noted.MERGE_ID.eq(merge))
                .and(noted.STEP.eq(step))
                .and(column.cast(SQLDataType.CLOB).isDistinctFrom(noted.BECAME));
        database.deleteFrom(MERGE_MOVE)
                .where(MERGE_MOVE.MERGE_ID.eq(merge))
                .and(MERGE_MOVE.STEP.lt(step))
                .and(MERGE_MOVE.TABLE_NAME.eq(table.getName()))
                .and(MERGE_MOVE.ROW_ID.in(movedOn))
                .execute();
    }

    private <T> void back(RecordType type, Table<?> table, Field<T> column, UUID merge, int step) {
        var columns = stamps(table);
        if (column.getType() == UUID.class) {
            columns.putAll(type.rules().following(table, column.getName(), MERGE_MOVE.WAS.cast(UUID.class)));
        }
        columns.put(column, MERGE_MOVE.WAS.cast(column.getDataType()));
        database.update(table)
                .set(columns)
                .from(MERGE_MOVE)
                .where(MERGE_MOVE.MERGE_ID.eq(merge))
                .and(MERGE_MOVE.STEP.eq(step))
                .and(field(table, "tenant_id", Long.class).eq(MERGE_MOVE.TENANT_ID))
                .and(field(table, "id", UUID.class).eq(MERGE_MOVE.ROW_ID))
                .and(column.cast(SQLDataType.CLOB).eq(MERGE_MOVE.BECAME))
                .execute();
    }
}
