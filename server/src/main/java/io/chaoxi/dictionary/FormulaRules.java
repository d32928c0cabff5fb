package io.chaoxi.dictionary;

import io.chaoxi.platform.formula.Formula;
import io.chaoxi.platform.formula.FormulaRefused;
import io.chaoxi.platform.formula.FormulaType;
import io.chaoxi.platform.problem.FieldError;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.Catalogue;
import io.chaoxi.platform.record.Field;
import io.chaoxi.platform.record.FieldType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a formula may read: fields of the same object that exist and hold one plain value; choices, regions and industries
 * by their ids. A formula that reads a formula is refused, so that none can end in a circle.
 */
final class FormulaRules {
    private FormulaRules() {}

    /** Refuses a formula that cannot be read or whose types do not fit, with the place in its text. */
    static void check(Catalogue catalogue, CustomField field) {
        if (field.formula() == null) return;
        Map<String, Field> fields = catalogue.all().stream().collect(Collectors.toMap(Field::name, one -> one));
        try {
            Formula formula = Formula.parse(field.formula());
            refuseFormulas(formula, fields);
            formula.type(
                    name -> fields.containsKey(name) ? type(fields.get(name).type()) : null);
        } catch (FormulaRefused refused) {
            var place = Map.<String, Object>of("word", refused.subject(), "position", refused.position());
            throw Refusal.fields(List.of(new FieldError("formula", refused.code(), place)));
        }
    }

    private static void refuseFormulas(Formula formula, Map<String, Field> fields) {
        for (String name : formula.references()) {
            Field read = fields.get(name);
            if (read != null && read.type() == FieldType.FORMULA) {
                throw Refusal.fields(List.of(new FieldError("formula", "formulaOverFormula", Map.of("word", name))));
            }
        }
    }

    /** What a field's value is inside a formula; null where it has no plain value. Money counts as its amount. */
    private static @Nullable FormulaType type(FieldType type) {
        return switch (type) {
            case NUMBER, PERCENT, MONEY -> FormulaType.NUMBER;
            case DATE, DATE_TIME -> FormulaType.DATE;
            case YES_NO -> FormulaType.BOOLEAN;
            case TEXT, LONG_TEXT, PHONE, EMAIL, LINK, SEQUENCE, CHOICE, REGION, INDUSTRY -> FormulaType.TEXT;
            case CHOICES, TAGS, PERSON, DEPARTMENT, RECORD, FILES, FORMULA -> null;
        };
    }

    /** A formula among these fields that reads the given one. */
    static Optional<CustomField> readerOf(List<CustomField> fields, CustomField read) {
        return fields.stream()
                .filter(field -> field.formula() != null)
                .filter(field -> Formula.parse(String.valueOf(field.formula()))
                        .references()
                        .contains(read.name()))
                .findFirst();
    }
}
