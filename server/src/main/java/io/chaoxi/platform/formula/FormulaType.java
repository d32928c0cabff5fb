package io.chaoxi.platform.formula;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a formula or a part of it yields. EMPTY is the type of a value that is never there and fits everywhere. */
public enum FormulaType {
    NUMBER,
    TEXT,
    DATE,
    BOOLEAN,
    EMPTY;

    boolean fits(FormulaType wanted) {
        return this == wanted || this == EMPTY || wanted == EMPTY;
    }

    static FormulaType of(@Nullable Object value) {
        return switch (value) {
            case null -> EMPTY;
            case BigDecimal number -> NUMBER;
            case LocalDate date -> DATE;
            case Boolean yes -> BOOLEAN;
            default -> TEXT;
        };
    }
}
