package io.chaoxi.platform.record;

import io.chaoxi.platform.problem.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SortField;
import org.jooq.impl.DSL;

/**
 * The order of a list as keys that are never null, ended by the id, and the condition that continues behind a row. A
 * field that may be empty gets a key before it that puts the empty ones last.
 *
 * @param indexed the leading key has an index for every data scope
 */
record Ordering(List<Key> keys, boolean indexed) {

    record Key(Field<Object> field, boolean descending, boolean nullable) {
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
        String asked = sort.isBlank() ? "-createdAt" : sort;
        String[] parts = asked.split(",", -1);
        if (parts.length > 5) throw Refusal.malformed("sortRefused", Map.of("field", asked));
        for (String part : parts) {
            boolean descending = part.startsWith("-");
            var field = sortable(catalogue, descending ? part.substring(1) : part);
            if (keys.isEmpty()) indexed = field.sortColumn() != null;
            addKeys(keys, columns.sortKey(field), descending, field.sortColumn() == null);
        }
        keys.add(new Key(catalogue.type().column("id"), keys.getFirst().descending(), false));
        return new Ordering(List.copyOf(keys), indexed);
    }

    private static void addKeys(List<Key> keys, Field<Object> column, boolean descending, boolean nullable) {
        if (nullable) {
            keys.add(new Key(RecordFields.untyped(DSL.when(column.isNull(), DSL.inline(1)).otherwise(0)), false, false));
        }
        keys.add(new Key(column, descending, nullable));
    }

    private static io.chaoxi.platform.record.Field sortable(Catalogue catalogue, String name) {
        var field = catalogue.visible(name.strip()).orElseThrow(() -> refused(name));
        if (!field.sortable() || !catalogue.right(field).readable()) throw refused(name);
        return field;
    }

    private static Refusal refused(String name) {
        return Refusal.malformed("sortRefused", Map.of("field", name.strip()));
    }

    List<SortField<?>> sort() {
        return List.copyOf(keys.stream().map(Key::sort).toList());
    }

    /**
     * Rows behind the one with these key values. With one indexed key it is a row comparison, which the index answers
     * as a range; otherwise the leading key bounds the range and the rest decides among equals.
     */
    Condition after(List<Object> values) {
        if (keys.size() == 2 && indexed) {
            var row = DSL.row(keys.get(0).field(), keys.get(1).field());
            var bound = DSL.row(values.get(0), values.get(1));
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
        Key lead = keys.getFirst();
        if (!indexed || values.getFirst() == null) return any;
        Condition range = lead.descending()
                ? lead.field().le(values.getFirst())
                : lead.field().ge(values.getFirst());
        return range.and(any);
    }
}
