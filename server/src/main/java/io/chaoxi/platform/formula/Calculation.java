package io.chaoxi.platform.formula;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Computes functions from their arguments. Arguments of the wrong kind count as missing. */
record Calculation(LocalDate today) {

    @Nullable
    Object apply(FormulaFunction function, List<@Nullable Object> arguments) {
        Object first = arguments.isEmpty() ? null : arguments.getFirst();
        Object second = arguments.size() < 2 ? null : arguments.get(1);
        return switch (function) {
            case IF -> Boolean.TRUE.equals(first) ? second : arguments.size() > 2 ? arguments.get(2) : null;
            case AND -> arguments.stream().allMatch(Boolean.TRUE::equals);
            case OR -> arguments.stream().anyMatch(Boolean.TRUE::equals);
            case NOT -> !Boolean.TRUE.equals(first);
            case COALESCE ->
                arguments.stream().filter(Calculation::present).findFirst().orElse(null);
            case ROUND -> rounded(first, arguments.size() < 2 ? BigDecimal.ZERO : second);
            case ABS -> first instanceof BigDecimal number ? number.abs() : null;
            case MIN -> outermost(arguments, order -> order < 0);
            case MAX -> outermost(arguments, order -> order > 0);
            case SUM -> sum(arguments);
            case LEN -> first instanceof String text ? length(text) : BigDecimal.ZERO;
            case LEFT -> part(first, second, true);
            case RIGHT -> part(first, second, false);
            case UPPER -> first instanceof String text ? Values.bounded(text.toUpperCase(Locale.ROOT)) : null;
            case LOWER -> first instanceof String text ? Values.bounded(text.toLowerCase(Locale.ROOT)) : null;
            case CONCAT -> Values.bounded(arguments.stream().map(Values::text).collect(Collectors.joining()));
            case CONTAINS -> first instanceof String text && second instanceof String part && text.contains(part);
            case TODAY -> today;
            case DATE_OF -> date(arguments);
            case DAYS -> Operator.MINUS.apply(asDate(first), asDate(second));
            case YEAR -> first instanceof LocalDate date ? BigDecimal.valueOf(date.getYear()) : null;
            case MONTH -> first instanceof LocalDate date ? BigDecimal.valueOf(date.getMonthValue()) : null;
        };
    }

    private static boolean present(@Nullable Object value) {
        return value != null && !value.equals("");
    }

    private static @Nullable LocalDate asDate(@Nullable Object value) {
        return value instanceof LocalDate date ? date : null;
    }

    private static BigDecimal length(String text) {
        return BigDecimal.valueOf(text.codePointCount(0, text.length()));
    }

    private static @Nullable BigDecimal rounded(@Nullable Object value, @Nullable Object decimals) {
        if (!(value instanceof BigDecimal number) || !(decimals instanceof BigDecimal places)) {
            return null;
        }
        int scale = Math.clamp(places.longValue(), -30, 20);
        BigDecimal rounded = number.setScale(scale, RoundingMode.HALF_UP);
        return Values.bounded(rounded.scale() < 0 ? rounded.setScale(0) : rounded);
    }

    private static @Nullable Object outermost(List<@Nullable Object> values, IntPredicate further) {
        Object outermost = null;
        for (Object value : values) {
            Integer order = outermost == null ? null : Values.compare(value, outermost);
            if (value != null && (outermost == null || order != null && further.test(order))) {
                outermost = value;
            }
        }
        return outermost;
    }

    private static @Nullable BigDecimal sum(List<@Nullable Object> values) {
        return Values.bounded(values.stream()
                .filter(BigDecimal.class::isInstance)
                .map(BigDecimal.class::cast)
                .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private static @Nullable String part(@Nullable Object value, @Nullable Object count, boolean left) {
        if (!(value instanceof String text) || !(count instanceof BigDecimal wanted)) {
            return null;
        }
        int points = text.codePointCount(0, text.length());
        int taken = (int) Math.clamp(wanted.longValue(), 0L, points);
        return left
                ? text.substring(0, text.offsetByCodePoints(0, taken))
                : text.substring(text.offsetByCodePoints(0, points - taken));
    }

    private static @Nullable LocalDate date(List<@Nullable Object> parts) {
        if (!parts.stream()
                .allMatch(part ->
                        part instanceof BigDecimal number && number.abs().intValue() < 10_000)) {
            return null;
        }
        List<Integer> numbers = parts.stream()
                .map(part -> ((BigDecimal) Objects.requireNonNull(part)).intValue())
                .toList();
        try {
            return Values.bounded(LocalDate.of(numbers.get(0), numbers.get(1), numbers.get(2)));
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }
}
