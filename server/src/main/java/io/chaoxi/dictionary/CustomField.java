package io.chaoxi.dictionary;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.chaoxi.platform.Label;
import io.chaoxi.platform.record.ChoiceItem;
import io.chaoxi.platform.record.Field;
import io.chaoxi.platform.record.FieldType;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A field that a firm added to an object. Key and type never change, because records hold values under them.
 *
 * @param decimals for numbers, percents and money: kept digits behind the point, 0 to 4
 * @param options for choices: what may be chosen; an option keeps its id for ever
 * @param formula for formulas: its text over other fields
 * @param order its place among the custom fields of the object
 * @param slot the key column of the index, taken before it is filled
 * @param indexed the index is filled and used
 */
public record CustomField(
        UUID id,
        long version,
        String key,
        FieldType type,
        String label,
        @Nullable String labelEn,
        @Nullable String help,
        boolean required,
        @Nullable Integer decimals,
        List<Option> options,
        @Nullable String formula,
        int order,
        @JsonIgnore @Nullable String slot,
        boolean indexed) {
    private static final int LONGEST_TEXT = 20_000;

    /** A line of text fits into an index entry whatever its characters. */
    private static final int LONGEST_LINE = 500;

    /** One of the things that may be chosen; a disabled one stays readable and cannot be chosen anew. */
    public record Option(String id, String label, @Nullable String labelEn, String color, boolean disabled) {
        ChoiceItem item() {
            return new ChoiceItem(id, null, new Label(label, labelEn == null ? label : labelEn), color, disabled);
        }
    }

    /** Its name in filters, sorts and views. */
    @JsonIgnore
    String name() {
        return "custom." + key;
    }

    /** Its entry in the field catalogue. */
    Field entry() {
        return new Field(
                name(),
                type,
                new Label(label, labelEn == null ? label : labelEn),
                help == null ? null : new Label(help, help),
                "custom",
                traits(),
                longest(),
                decimals == null ? 0 : decimals,
                null,
                null,
                null,
                null,
                options.stream().map(Option::item).toList(),
                type == FieldType.PERSON || type == FieldType.DEPARTMENT ? type.key() : null,
                formula,
                slot,
                id);
    }

    private EnumSet<Field.Trait> traits() {
        var traits = EnumSet.noneOf(Field.Trait.class);
        if (required) traits.add(Field.Trait.REQUIRED);
        if (type == FieldType.PHONE || type == FieldType.EMAIL) traits.add(Field.Trait.SENSITIVE);
        if (slot != null && !indexed) traits.add(Field.Trait.FILLING);
        return traits;
    }

    private @Nullable Integer longest() {
        if (type == FieldType.LONG_TEXT) return LONGEST_TEXT;
        return type.isText() ? LONGEST_LINE : null;
    }
}
