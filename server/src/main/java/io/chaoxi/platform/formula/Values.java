package io.chaoxi.platform.formula;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The bounds of values: numbers of 34 digits below 10^30, 15 decimals in the result, texts of 10,000 characters, dates of
 * the years 1 to 9999. What lies beyond is empty.
 */
final class Values {
    static final MathContext DIGITS = new MathContext(34, RoundingMode.HALF_UP);
    private static final int DECIMALS = 15;
    private static final BigDecimal LARGEST = BigDecimal.TEN.pow(30);
    private static final int LONGEST_TEXT = 10_000;
    private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private Values() {}

    /** The value of a field as the language knows it; other kinds than number, text, date, yes/no are a mistake. */
    static @Nullable Object known(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case BigDecimal number -> bounded(number);
            case Number number -> bounded(new BigDecimal(number.toString()));
            case CharSequence text -> bounded(text.toString());
            case LocalDate date -> bounded(date);
            case LocalDateTime moment -> bounded(moment.toLocalDate());
            case Boolean yes -> yes;
            default -> throw new IllegalArgumentException("no value of a formula: " + value.getClass());
        };
    }

    static @Nullable BigDecimal bounded(BigDecimal number) {
        if (number.abs().compareTo(LARGEST) >= 0) {
            return null;
        }
        return number.round(DIGITS);
    }

    /** As it is shown, compared and handed out: a third times three is one. */
    static BigDecimal settled(BigDecimal number) {
        return number.scale() > DECIMALS
                ? number.setScale(DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros()
                : number;
    }

    static @Nullable String bounded(String text) {
        return text.length() > LONGEST_TEXT ? null : text;
    }

    static @Nullable LocalDate bounded(LocalDate date) {
        return date.isBefore(FIRST_DAY) || date.isAfter(LAST_DAY) ? null : date;
    }

    static @Nullable LocalDate shifted(LocalDate from, BigDecimal days) {
        boolean near = days.abs().compareTo(BigDecimal.valueOf(4_000_000)) < 0;
        return near ? bounded(from.plusDays(days.longValue())) : null;
    }

    /** How a value reads inside a text: numbers without needless zeros, dates as 2026-11-21, empty as nothing. */
    static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal number -> plain(settled(number));
            default -> value.toString();
        };
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** Order of two values of one kind; null when one is missing or the kinds differ. */
    static @Nullable Integer compare(@Nullable Object left, @Nullable Object right) {
        if (left instanceof BigDecimal one && right instanceof BigDecimal other) {
            return settled(one).compareTo(settled(other));
        }
        if (left instanceof LocalDate one && right instanceof LocalDate other) {
            return one.compareTo(other);
        }
        return left instanceof String one && right instanceof String other ? (Integer) one.compareTo(other) : null;
    }
}
