package io.chaoxi.platform.record;

import io.chaoxi.platform.problem.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The order of a list as keys, ended by the id, and the condition that continues behind a row. A field that may be empty
 * gets a key before it that puts the empty ones last. Records in the order of making run along the id alone, for its
 * first bits are that time.
 *
 * @param indexed the leading key has an index
 */
record Ordering(List<Key> keys, boolean indexed) {
    private static final String NEWEST_MADE = "-createdAt";
    private static final String LATEST_IN_POOL = "-" + Pooling.SINCE;

    record Key(Field<Object> field, boolean descending) {
        SortField<Object> sort() {
            return descending ? field.desc() : field.asc();
        }

        Condition beyond(Object value) {
            return descending ? field.lt(value) : field.gt(value);
        }
    }

    static Ordering of(Catalogue catalogue, String sort, RecordFields columns) {
        var keys = new ArrayList<Key>();
        boolean indexed = false;
        String[] parts = (sort.isBlank() ? own(catalogue) : sort).split(",", -1);
        if (parts.length > 5) throw refused(sort);
        for (String part : parts) {
            boolean descending = part.startsWith("-");
            var field = sortable(catalogue, descending ? part.substring(1) : part);
            boolean indexable = field.sortColumn() != null || runsAlongPool(catalogue, field);
            if (keys.isEmpty()) indexed = indexable;
            addKeys(keys, columns.sortKey(field), descending, !indexable);
        }
        Field<Object> id = catalogue.type().column("id");
        if (keys.stream().noneMatch(key -> key.field().equals(id))) {
            keys.add(new Key(id, keys.getFirst().descending()));
        }
        return new Ordering(List.copyOf(keys), indexed);
    }

    /** The order of a list for which none was asked: the newest first, by the moment that counts for the object. */
    static String own(Catalogue catalogue) {
        if (catalogue.pooled()) return LATEST_IN_POOL;
        String newest = catalogue.type().newest();
        boolean open = catalogue
                .visible(newest)
                .filter(field -> catalogue.right(field).readable())
                .isPresent();
        return open ? "-" + newest : NEWEST_MADE;
    }

    /** Whatever waits in a pool has come there at some time, and an index of each pool has that order. */
    private static boolean runsAlongPool(Catalogue catalogue, io.chaoxi.platform.record.Field field) {
        return catalogue.pooled() && field.name().equals(Pooling.SINCE);
    }

    /** By rank, the smallest first, and among equals the newest; no index has that order. */
    static Ordering ranked(Catalogue catalogue, Field<Integer> rank) {
        var keys = List.of(
                new Key(RecordFields.untyped(rank), false),
                new Key(catalogue.type().column("id"), true));
        return new Ordering(keys, false);
    }

    private static void addKeys(List<Key> keys, Field<Object> column, boolean descending, boolean nullable) {
        if (nullable) {
            keys.add(new Key(
                    RecordFields.untyped(
                            DSL.when(column.isNull(), DSL.inline(1)).otherwise(0)),
                    false));
        }
        keys.add(new Key(column, descending));
    }

    private static io.chaoxi.platform.record.Field sortable(Catalogue catalogue, String name) {
        var field = catalogue.visible(name.strip()).orElseThrow(() -> refused(name));
        if (!field.sortable() || !catalogue.right(field).readable()) throw refused(name);
        return field;
    }

    private static Refusal refused(String name) {
        return Refusal.malformed("sortRefused", Map.of("field", name.strip()));
    }

    /** The keys as columns of a result, named key_0, key_1 … */
    List<Field<?>> columns() {
        List<Field<?>> columns = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) columns.add(keys.get(i).field().as("key_" + i));
        return columns;
    }

    List<SortField<?>> sort() {
        return List.copyOf(keys.stream().map(Key::sort).toList());
    }

    /** The same order over a result that carries {@link #columns()}. */
    List<SortField<?>> sort(org.jooq.Table<? extends Record> result) {
        List<SortField<?>> order = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            Field<?> key = java.util.Objects.requireNonNull(result.field("key_" + i));
            order.add(keys.get(i).descending() ? key.desc() : key.asc());
        }
        return order;
    }

    /**
     * Rows behind the one with these key values. Along an index it is a comparison of rows; with mixed directions the
     * leading key bounds the range and the rest decides among equals. An OR alone would read everything before.
     */
    Condition after(List<@Nullable Object> values) {
        if (indexed && sameDirection()) {
            var row = DSL.row(keys.stream().map(Key::field).toArray(Field<?>[]::new));
            var bound = DSL.row(values.toArray());
            return keys.getFirst().descending() ? row.lt(bound) : row.gt(bound);
        }
        Condition any = DSL.falseCondition();
        Condition equal = DSL.trueCondition();
        for (int i = 0; i < keys.size(); i++) {
            Key key = keys.get(i);
            Object value = values.get(i);
            if (value != null) any = any.or(equal.and(key.beyond(value)));
            equal = equal.and(value == null ? key.field().isNull() : key.field().eq(value));
        }
        Object first = values.getFirst();
        if (!indexed || first == null) return any;
        Key lead = keys.getFirst();
        return (lead.descending() ? lead.field().le(first) : lead.field().ge(first)).and(any);
    }

    private boolean sameDirection() {
        return keys.size() <= 2
                && keys.stream()
                        .allMatch(key -> key.descending() == keys.getFirst().descending());
    }
}
