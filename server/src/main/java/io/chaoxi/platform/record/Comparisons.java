package io.chaoxi.platform.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** One comparison of a filter as a condition that an index can answer wherever the field has one. */
@Component
class Comparisons {
    private static final Set<String> SETS = Set.of("==", "!=", "=in=", "=out=");

    private final TextValues texts;
    private final RelativeTimes times;

    Comparisons(TextValues texts, RelativeTimes times) {
        this.texts = texts;
        this.times = times;
    }

    Condition compile(
            Catalogue catalogue, io.chaoxi.platform.record.Field field, String operator, List<String> arguments) {
        if (arguments.size() > 200) throw new ValueRefused("tooMany");
        var operand = new RecordFields(catalogue.type()).operand(field);
        if ("=null=".equals(operator)) return empty(field, operand, yes(arguments.getFirst()));
        return switch (field.type()) {
            case DATE, DATE_TIME -> times.compile(field, operand, operator, arguments);
            case TAGS -> tags(operand, arguments);
            case CHOICES -> choices(catalogue, field, arguments);
            case REGION -> either(arguments, code -> below(operand, regionStem(code)));
            case INDUSTRY -> either(arguments, code -> below(operand, code));
            case PERSON, DEPARTMENT -> compare(field, operand, operator, references(catalogue, arguments));
            default ->
                "=like=".equals(operator)
                        ? like(catalogue, field, operand, arguments.getFirst())
                        : plain(catalogue, field, operand, operator, arguments);
        };
    }

    /** A name that must be equal is looked up by its characters first, for names have no index of their own. */
    private Condition plain(
            Catalogue catalogue,
            io.chaoxi.platform.record.Field field,
            Field<Object> operand,
            String operator,
            List<String> arguments) {
        boolean among = SETS.contains(operator) && field.type() == FieldType.CHOICE;
        Condition compared = among
                ? among(field, operand, operator, arguments)
                : compare(field, operand, operator, values(field, arguments));
        return "==".equals(operator) && searchedName(field)
                ? SearchConditions.contained(catalogue, arguments.getFirst()).and(compared)
                : compared;
    }

    /** A choice covers those below it, as a region does its districts. */
    private Condition among(
            io.chaoxi.platform.record.Field field, Field<Object> operand, String operator, List<String> arguments) {
        List<Object> ids = new ArrayList<>(values(field, arguments));
        texts.options(field).values().stream()
                .filter(item -> item.parent() != null && arguments.contains(item.parent()))
                .map(ChoiceItem::id)
                .forEach(ids::add);
        if (ids.size() == 1) return compare(field, operand, operator, ids);
        boolean within = "==".equals(operator) || "=in=".equals(operator);
        return compare(field, operand, within ? "=in=" : "=out=", ids);
    }

    private static boolean searchedName(io.chaoxi.platform.record.Field field) {
        return field.is(io.chaoxi.platform.record.Field.Trait.SEARCHED)
                && field.type() == FieldType.TEXT
                && !field.name().endsWith("Code");
    }

    private static Condition empty(io.chaoxi.platform.record.Field field, Field<Object> operand, boolean empty) {
        if (field.type() == FieldType.TAGS) {
            Condition none = DSL.cardinality(operand.cast(UUID[].class)).eq(0);
            return empty ? none : none.not();
        }
        return empty ? operand.isNull() : operand.isNotNull();
    }

    private static boolean yes(String argument) {
        if (!"true".equals(argument) && !"false".equals(argument)) throw new ValueRefused("notYesNo");
        return "true".equals(argument);
    }

    private List<Object> values(io.chaoxi.platform.record.Field field, List<String> arguments) {
        return arguments.stream().map(argument -> value(field, argument)).toList();
    }

    private Object value(io.chaoxi.platform.record.Field field, String argument) {
        if (field.type() == FieldType.CHOICE) return texts.choice(field, argument, false);
        Object value = texts.read(field, argument);
        if (value == null) throw new ValueRefused("empty");
        return RecordFields.comparable(field, value);
    }

    private static List<Object> references(Catalogue catalogue, List<String> arguments) {
        return arguments.stream()
                .<Object>map(argument -> switch (argument) {
                    case "@me" -> catalogue.actor().person();
                    case "@myDepartment" -> {
                        UUID department = catalogue.actor().department();
                        yield department == null ? new UUID(0, 0) : department;
                    }
                    default -> TextValues.id(argument);
                })
                .toList();
    }

    private static Condition compare(
            io.chaoxi.platform.record.Field field, Field<Object> operand, String operator, List<Object> values) {
        List<Object> typed = field.custom() && field.type().isReference()
                ? values.stream().<Object>map(Object::toString).toList()
                : values;
        Object first = typed.getFirst();
        return switch (operator) {
            case "==" -> operand.eq(first);
            case "!=" -> operand.ne(first).or(operand.isNull());
            case "=lt=" -> operand.lt(first);
            case "=le=" -> operand.le(first);
            case "=gt=" -> operand.gt(first);
            case "=ge=" -> operand.ge(first);
            case "=in=" -> operand.in(typed);
            case "=out=" -> operand.notIn(typed).or(operand.isNull());
            default -> throw new ValueRefused("unknownOperator");
        };
    }

    /** Contains, without regard to case. A searched name goes through the search index first. */
    private static Condition like(
            Catalogue catalogue, io.chaoxi.platform.record.Field field, Field<Object> operand, String part) {
        if (part.isBlank()) throw new ValueRefused("empty");
        Condition contains = operand.cast(String.class).containsIgnoreCase(part);
        if (!searchedName(field)) return contains;
        return SearchConditions.contained(catalogue, part).and(contains);
    }

    private Condition tags(Field<Object> operand, List<String> arguments) {
        UUID[] ids = arguments.stream().map(texts::tagId).toArray(UUID[]::new);
        Condition tagged = operand.ne(DSL.val(new UUID[0]));
        return tagged.and(DSL.arrayOverlap(operand.cast(UUID[].class), DSL.val(ids)));
    }

    private Condition choices(Catalogue catalogue, io.chaoxi.platform.record.Field field, List<String> arguments) {
        String[] ids =
                arguments.stream().map(id -> texts.choice(field, id, false)).toArray(String[]::new);
        var stored = DSL.jsonbGetAttribute(catalogue.type().column("custom", JSONB.class), DSL.inline(field.key()));
        return DSL.condition(DSL.function("jsonb_exists_any", SQLDataType.BOOLEAN, stored, DSL.val(ids)));
    }

    private static Condition either(List<String> codes, java.util.function.Function<String, Condition> one) {
        return DSL.or(
                Stream.concat(Stream.of(DSL.falseCondition()), codes.stream().map(one))
                        .toList());
    }

    private static String regionStem(String code) {
        if (!code.matches("[1-9]\\d{5}")) throw new ValueRefused("unknownRegion");
        return code.endsWith("0000") ? code.substring(0, 2) : code.endsWith("00") ? code.substring(0, 4) : code;
    }

    /** Codes that begin with the stem, as a range that the index answers (the column's order is that of its bytes). */
    private static Condition below(Field<Object> operand, String stem) {
        if (!stem.matches("[A-Z0-9]{1,6}")) throw new ValueRefused("unknownCode");
        String end = stem.substring(0, stem.length() - 1) + (char) (stem.charAt(stem.length() - 1) + 1);
        return operand.ge(stem).and(operand.lt(end));
    }
}
