package io.chaoxi.platform.formula;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A formula field's formula, parsed once and evaluated for many records: {@code if({金额} > 1000, "大", "小")}.
 *
 * <p>Fields are named in braces or, where the name has letters, digits, dots and underscores only, as they are:
 * {@code amount}, {@code custom.discount}, {@code 金额}. Missing values make calculations empty; they are skipped by
 * sum, min, max and coalesce, are nothing inside texts, false in conditions.
 */
public final class Formula {
    private static final int LONGEST = 2_000;

    private final String text;
    private final Expression expression;

    private Formula(String text, Expression expression) {
        this.text = text;
        this.expression = expression;
    }

    /** Refused with the place: longer than 2,000 characters, deeper than 64 levels, malformed, unknown functions. */
    public static Formula parse(String text) {
        if (text.length() > LONGEST) {
            throw new FormulaRefused("formulaTooLong", "", LONGEST);
        }
        return new Formula(text, FormulaParser.parse(text));
    }

    public String text() {
        return text;
    }

    /** The names of all fields that the formula reads, in the order of their first appearance. */
    public Set<String> references() {
        Set<String> names = new LinkedHashSet<>();
        expression.collectReferences(names);
        return names;
    }

    /** Checks the formula against the fields' types (null: no such field) and tells what it yields. */
    public FormulaType type(Function<String, @Nullable FormulaType> fields) {
        return expression.type(fields);
    }

    /**
     * BigDecimal, String, LocalDate, Boolean or null. Field values may be any number, text, LocalDate, LocalDateTime
     * (its day) or boolean; {@code today} is the firm's day. Never fails on a formula that was type-checked.
     */
    public @Nullable Object evaluate(Function<String, @Nullable Object> fields, LocalDate today) {
        Object value = expression.value(fields, new Calculation(today));
        return value instanceof BigDecimal number ? Values.settled(number) : value;
    }
}
