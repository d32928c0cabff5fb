package io.chaoxi.platform.formula;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Signs between two values. Dates: date ± number of days, date − date in days. Anything missing makes it empty. */
enum Operator {
    PLUS,
    MINUS,
    TIMES,
    DIVIDED_BY,
    MODULO,
    JOIN,
    EQUAL,
    NOT_EQUAL,
    LESS,
    AT_MOST,
    MORE,
    AT_LEAST;

    /** The type of the result, or null when the operands do not go together. */
    @Nullable
    FormulaType type(FormulaType left, FormulaType right) {
        return switch (this) {
            case JOIN -> FormulaType.TEXT;
            case EQUAL, NOT_EQUAL -> left.fits(right) ? FormulaType.BOOLEAN : null;
            case LESS, AT_MOST, MORE, AT_LEAST ->
                left.fits(right) && left != FormulaType.BOOLEAN ? FormulaType.BOOLEAN : null;
            case PLUS, MINUS -> sumType(left, right);
            case TIMES, DIVIDED_BY, MODULO ->
                left.fits(FormulaType.NUMBER) && right.fits(FormulaType.NUMBER) ? FormulaType.NUMBER : null;
        };
    }

    private @Nullable FormulaType sumType(FormulaType left, FormulaType right) {
        if (left == FormulaType.DATE) {
            boolean difference = this == MINUS && right == FormulaType.DATE;
            return difference ? FormulaType.NUMBER : right.fits(FormulaType.NUMBER) ? FormulaType.DATE : null;
        }
        return left.fits(FormulaType.NUMBER) && right.fits(FormulaType.NUMBER) ? FormulaType.NUMBER : null;
    }

    @Nullable
    Object apply(@Nullable Object left, @Nullable Object right) {
        return switch (this) {
            case JOIN -> Values.bounded(Values.text(left) + Values.text(right));
            case EQUAL -> same(left, right);
            case NOT_EQUAL -> !same(left, right);
            case LESS, AT_MOST, MORE, AT_LEAST -> ordered(left, right);
            case PLUS, MINUS, TIMES, DIVIDED_BY, MODULO -> calculated(left, right);
        };
    }

    private static boolean same(@Nullable Object left, @Nullable Object right) {
        if (left instanceof BigDecimal one && right instanceof BigDecimal other) {
            return Values.settled(one).compareTo(Values.settled(other)) == 0;
        }
        return Objects.equals(left, right);
    }

    private @Nullable Boolean ordered(@Nullable Object left, @Nullable Object right) {
        Integer order = Values.compare(left, right);
        if (order == null) {
            return null;
        }
        return switch (this) {
            case LESS -> order < 0;
            case AT_MOST -> order <= 0;
            case MORE -> order > 0;
            default -> order >= 0;
        };
    }

    private @Nullable Object calculated(@Nullable Object left, @Nullable Object right) {
        if (left instanceof LocalDate from) {
            return shifted(from, right);
        }
        if (!(left instanceof BigDecimal one) || !(right instanceof BigDecimal other)) {
            return null;
        }
        boolean byZero = other.signum() == 0;
        return switch (this) {
            case PLUS -> Values.bounded(one.add(other));
            case MINUS -> Values.bounded(one.subtract(other));
            case TIMES -> Values.bounded(one.multiply(other));
            case DIVIDED_BY -> byZero ? null : Values.bounded(one.divide(other, Values.DIGITS));
            default -> byZero ? null : Values.bounded(one.remainder(other));
        };
    }

    private @Nullable Object shifted(LocalDate from, @Nullable Object right) {
        if (this == MINUS && right instanceof LocalDate to) {
            return BigDecimal.valueOf(from.toEpochDay() - to.toEpochDay());
        }
        if (!(right instanceof BigDecimal days) || this != PLUS && this != MINUS) {
            return null;
        }
        return Values.shifted(from, this == PLUS ? days : days.negate());
    }
}
