package io.chaoxi.platform.record;

import static chaoxi.tables.Tables.MERGE_STEP;

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
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.ForeignKey;
import org.jooq.Record2;
import org.jooq.Record8;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
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

    private static final Table<?> NOTED = DSL.unnest(MERGE_STEP.ROW_IDS).as("noted", "row_id");
    private static final Field<UUID> ROW = DSL.field(DSL.name("noted", "row_id"), UUID.class);

    private final DSLContext database;
    private final Clock clock;
    private final SearchBacklog search;

    MergeMoves(DSLContext database, Clock clock, SearchBacklog search) {
        this.database = database;
        this.clock = clock;
        this.search = search;
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

    /** A step to come: what the rows of a table that meet a condition get in a column, and beside it. */
    private record Move(
            int step,
            Table<?> table,
            Field<?> column,
            Object value,
            Condition rows,
            Map<Field<?>, Field<?>> following) {
        /** One line of notes for each value that the rows have now. */
        Select<Record8<Long, UUID, Integer, String, String, String, String, UUID[]>> notes(UUID merge) {
            return DSL.select(
                            DSL.val(Acting.current().tenant()),
                            DSL.val(merge),
                            DSL.val(step),
                            DSL.val(table.getName()),
                            DSL.val(column.getName()),
                            column.cast(SQLDataType.CLOB),
                            DSL.val(value).cast(SQLDataType.CLOB),
                            DSL.arrayAgg(field(table, "id", UUID.class)))
                    .from(table)
                    .where(rows)
                    .groupBy(column);
        }
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
            List<Move> moves = new ArrayList<>();
            for (Reference reference : references(type)) {
                boolean own = reference.table().equals(type.table());
                Condition rows = reference.to(type, others);
                if (own)
                    rows = rows.and(field(reference.table(), "id", UUID.class).notIn(family));
                var following = type.rules()
                        .following(reference.table(), reference.column().getName(), DSL.val(survivor));
                moves.add(new Move(++step, reference.table(), reference.column(), survivor, rows, following));
            }
            move(moves);
        }

        @Override
        public void set(TableField<?, Boolean> column, boolean value, Condition rows) {
            move(List.of(new Move(++step, Objects.requireNonNull(column.getTable()), column, value, rows, Map.of())));
        }

        /** Notes all of them in one statement, however many tables there are, and moves those that have rows. */
        private void move(List<Move> moves) {
            Map<Integer, Integer> noted = note(moves);
            for (Move move : moves) {
                Integer rows = noted.get(move.step());
                if (rows == null) continue;
                search.writing(move.table(), rows);
                var columns = stamps(move.table());
                columns.put(move.column(), move.value());
                columns.putAll(move.following());
                database.update(move.table())
                        .set(columns)
                        .from(MERGE_STEP, NOTED)
                        .where(noted(move.table(), merge, move.step()))
                        .and(move.column().cast(SQLDataType.CLOB).eq(MERGE_STEP.WAS))
                        .execute();
            }
        }

        /** How many rows each step noted; a step without any is left out. */
        private Map<Integer, Integer> note(List<Move> moves) {
            return moves.stream()
                    .map(move -> move.notes(merge))
                    .reduce(Select::unionAll)
                    .map(notes -> database
                            .insertInto(
                                    MERGE_STEP,
                                    MERGE_STEP.TENANT_ID,
                                    MERGE_STEP.MERGE_ID,
                                    MERGE_STEP.STEP,
                                    MERGE_STEP.TABLE_NAME,
                                    MERGE_STEP.COLUMN_NAME,
                                    MERGE_STEP.WAS,
                                    MERGE_STEP.BECAME,
                                    MERGE_STEP.ROW_IDS)
                            .select(notes)
                            .returningResult(MERGE_STEP.STEP, DSL.cardinality(MERGE_STEP.ROW_IDS))
                            .fetch()
                            .stream()
                            .collect(Collectors.toMap(Record2::value1, Record2::value2, Integer::sum)))
                    .orElse(Map.of());
        }
    }

    /** The rows of a table that a step noted, where {@link #NOTED} stands beside the step. */
    private static Condition noted(Table<?> table, UUID merge, int step) {
        return MERGE_STEP
                .MERGE_ID
                .eq(merge)
                .and(MERGE_STEP.STEP.eq(step))
                .and(field(table, "tenant_id", Long.class).eq(MERGE_STEP.TENANT_ID))
                .and(field(table, "id", UUID.class).eq(ROW));
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

    /** A step of a merge: how many rows it noted, and what all of them were; null where they were not the same. */
    private record Step(
            int number,
            Table<?> table,
            Field<?> column,
            int rows,
            @Nullable String was) {}

    private List<Step> steps(UUID merge) {
        var rows = DSL.sum(DSL.cardinality(MERGE_STEP.ROW_IDS)).cast(Integer.class);
        var was = DSL.case_(DSL.count()).when(1, DSL.min(MERGE_STEP.WAS));
        return database.select(MERGE_STEP.STEP, MERGE_STEP.TABLE_NAME, MERGE_STEP.COLUMN_NAME, rows, was)
                .from(MERGE_STEP)
                .where(MERGE_STEP.MERGE_ID.eq(merge))
                .groupBy(MERGE_STEP.STEP, MERGE_STEP.TABLE_NAME, MERGE_STEP.COLUMN_NAME)
                .orderBy(MERGE_STEP.STEP.desc())
                .fetch(row -> {
                    var table = Objects.requireNonNull(DefaultSchema.DEFAULT_SCHEMA.getTable(row.value2()));
                    var column = Objects.requireNonNull(table.field(row.value3()));
                    return new Step(row.value1(), table, column, row.value4(), row.value5());
                });
    }

    /** Sets every noted row back that nobody moved on meanwhile, the last step first. */
    void takeBack(RecordType type, UUID merge) {
        for (Step step : steps(merge)) {
            search.writing(step.table(), step.rows());
            int went = back(type, merge, step, step.column());
            if (went < step.rows()) leaveMovedOn(merge, step);
        }
    }

    private <T> int back(RecordType type, UUID merge, Step step, Field<T> column) {
        var columns = stamps(step.table());
        if (column.getType() == UUID.class) {
            // One value is looked at once, not for each row.
            Field<UUID> to =
                    step.was() == null ? MERGE_STEP.WAS.cast(UUID.class) : DSL.val(UUID.fromString(step.was()));
            columns.putAll(type.rules().following(step.table(), column.getName(), to));
        }
        columns.put(column, MERGE_STEP.WAS.cast(column.getDataType()));
        return database.update(step.table())
                .set(columns)
                .from(MERGE_STEP, NOTED)
                .where(noted(step.table(), merge, step.number()))
                .and(ROW.ne(DSL.all(MERGE_STEP.STAYED_IDS)))
                .and(column.cast(SQLDataType.CLOB).eq(MERGE_STEP.BECAME))
                .execute();
    }

    /** What somebody moved on meanwhile keeps what the steps before this one made of it, too. */
    private void leaveMovedOn(UUID merge, Step step) {
        UUID[] movedOn = database.select(ROW)
                .from(MERGE_STEP, NOTED, step.table())
                .where(noted(step.table(), merge, step.number()))
                .and(step.column().cast(SQLDataType.CLOB).isDistinctFrom(MERGE_STEP.WAS))
                .fetch(ROW)
                .toArray(UUID[]::new);
        if (movedOn.length == 0) return;
        database.update(MERGE_STEP)
                .set(MERGE_STEP.STAYED_IDS, DSL.arrayConcat(MERGE_STEP.STAYED_IDS, DSL.val(movedOn)))
                .where(MERGE_STEP.MERGE_ID.eq(merge))
                .and(MERGE_STEP.STEP.le(step.number()))
                .and(MERGE_STEP.TABLE_NAME.eq(step.table().getName()))
                .execute();
    }
}
