package io.chaoxi.platform.record;

import io.chaoxi.platform.Label;
import io.chaoxi.platform.text.Masks;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the field catalogue.
 *
 * @param column name of the column, or null for a custom field, which lives in {@code custom} under its key
 * @param currencyColumn for money, the column of its currency
 * @param sortColumn a column that is never null and indexed for every scope, or null: then sorting reads what the filter
 *     leaves
 * @param dictionary key of the dictionary of a choice; null where the options are the field's own
 * @param options the own options of a custom choice field
 * @param object the object that a reference leads to
 * @param slot for a custom field with an index, the typed key column beside it; see {@link #indexed()}
 */
public record Field(
        String name,
        FieldType type,
        Label label,
        @Nullable Label help,
        String group,
        Set<Trait> traits,
        @Nullable Integer maxLength,
        int decimals,
        @Nullable String column,
        @Nullable String currencyColumn,
        @Nullable String sortColumn,
        @Nullable String dictionary,
        List<ChoiceItem> options,
        @Nullable String object,
        @Nullable String formula,
        @Nullable String slot,
        @Nullable UUID customId) {

    /** What is true of a field besides its type. */
    public enum Trait {
        REQUIRED,
        READ_ONLY,
        SENSITIVE,
        QUICK,
        LISTED,
        SEARCHED,
        /** The slot is written but not yet filled for every record, so nothing reads it. */
        FILLING
    }

    /** Stands in a history for a record of another object that a line tells of; no record has it as a field. */
    static Field mention(String object, Label label) {
        return new Field(
                object,
                FieldType.RECORD,
                label,
                null,
                "",
                Set.of(),
                null,
                0,
                null,
                null,
                null,
                null,
                List.of(),
                object,
                null,
                null,
                null);
    }

    boolean mention() {
        return column == null && !custom();
    }

    public boolean is(Trait trait) {
        return traits.contains(trait);
    }

    /** Whether the global search finds it: what is marked so, and the numbers that the firm gives. */
    boolean searched() {
        return is(Trait.SEARCHED) || type == FieldType.SEQUENCE;
    }

    public boolean custom() {
        return customId != null;
    }

    /** The key under {@code custom}; only for custom fields. */
    public String key() {
        return name.substring(name.indexOf('.') + 1);
    }

    /** The slot is filled for every record: filters and sorts read it. */
    public boolean indexed() {
        return slot != null && !is(Trait.FILLING);
    }

    public boolean sortable() {
        return type.sortable();
    }

    /** What is shown of its value to whom it is masked; of anything but a text nothing. */
    String mask(Object value) {
        return value instanceof String text ? Masks.forFieldType(type.key()).apply(text) : "***";
    }

    static Map<String, Field> byName(List<Field> fields) {
        var map = new java.util.LinkedHashMap<String, Field>();
        fields.forEach(field -> map.put(field.name(), field));
        return map;
    }
}
