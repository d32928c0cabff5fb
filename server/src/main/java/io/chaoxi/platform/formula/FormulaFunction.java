package io.chaoxi.platform.formula;

import static io.chaoxi.platform.formula.FormulaType.BOOLEAN;
import static io.chaoxi.platform.formula.FormulaType.DATE;
import static io.chaoxi.platform.formula.FormulaType.EMPTY;
import static io.chaoxi.platform.formula.FormulaType.NUMBER;
import static io.chaoxi.platform.formula.FormulaType.TEXT;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The functions of the language, their arguments and results. A parameter EMPTY takes anything; the second type
 * holds for all arguments but the first. A result EMPTY stands for the common type of the arguments.
 */
enum FormulaFunction {
    IF(2, 3, EMPTY, BOOLEAN, EMPTY),
    AND(1, 1_000, BOOLEAN, BOOLEAN),
    OR(1, 1_000, BOOLEAN, BOOLEAN),
    NOT(1, 1, BOOLEAN, BOOLEAN),
    COALESCE(1, 100, EMPTY, EMPTY),
    ROUND(1, 2, NUMBER, NUMBER),
    ABS(1, 1, NUMBER, NUMBER),
    MIN(1, 100, EMPTY, EMPTY),
    MAX(1, 100, EMPTY, EMPTY),
    SUM(1, 100, NUMBER, NUMBER),
    LEN(1, 1, NUMBER, TEXT),
    LEFT(2, 2, TEXT, TEXT, NUMBER),
    RIGHT(2, 2, TEXT, TEXT, NUMBER),
    UPPER(1, 1, TEXT, TEXT),
    LOWER(1, 1, TEXT, TEXT),
    CONCAT(1, 100, TEXT, EMPTY),
    CONTAINS(2, 2, BOOLEAN, TEXT),
    TODAY(0, 0, DATE, EMPTY),
    DATE_OF(3, 3, DATE, NUMBER),
    DAYS(2, 2, NUMBER, DATE),
    YEAR(1, 1, NUMBER, DATE),
    MONTH(1, 1, NUMBER, DATE);

    private final int fewest;
    private final int most;
    private final FormulaType result;
    private final FormulaType first;
    private final FormulaType others;

    FormulaFunction(int fewest, int most, FormulaType result, FormulaType first, FormulaType others) {
        this.fewest = fewest;
        this.most = most;
        this.result = result;
        this.first = first;
        this.others = others;
    }

    FormulaFunction(int fewest, int most, FormulaType result, FormulaType all) {
        this(fewest, most, result, all, all);
    }

    /** The function with this name in any case, or null. */
    static @Nullable FormulaFunction named(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        for (FormulaFunction function : values()) {
            if (function.written().equals(upper)) {
                return function;
            }
        }
        return null;
    }

    String written() {
        return this == DATE_OF ? "DATE" : name();
    }

    boolean takes(int arguments) {
        return arguments >= fewest && arguments <= most;
    }

    /** The type of the result, or null when the arguments do not fit. */
    @Nullable
    FormulaType type(List<FormulaType> arguments) {
        FormulaType common = EMPTY;
        for (int i = 0; i < arguments.size(); i++) {
            FormulaType argument = arguments.get(i);
            FormulaType parameter = i == 0 ? first : others;
            boolean shared = parameter == EMPTY && result == EMPTY;
            if (!argument.fits(parameter) || shared && !argument.fits(common)) {
                return null;
            }
            common = shared && argument != EMPTY ? argument : common;
        }
        boolean unordered = (this == MIN || this == MAX) && (common == TEXT || common == BOOLEAN);
        return unordered ? null : result == EMPTY ? common : result;
    }
}
