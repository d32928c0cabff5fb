package io.chaoxi.platform.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Map<String, Object> RECORD = record();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "1 + 2 * 3 | 7",
                "(1 + 2) * 3 | 9",
                "-2 * -3 | 6",
                "2 - 3 - 4 | -5",
                "7 % 4 | 3",
                "10 / 4 | 2.5",
                "1 / 3 * 3 | 1",
                "1 / 0 | ~~",
                "7 % 0 | ~~",
                "amount * custom.discount | 90",
                "{金额} * {custom.discount} | 90",
                "金额 + 1 | 101",
                "round(2.345, 2) | 2.35",
                "round(2.5) | 3",
                "round(-2.5) | -3",
                "round(1234, -2) | 1200",
                "abs(0 - 3) | 3",
                "min(3, 1, 2) | 1",
                "max(3, none, 2) | 3",
                "sum(1, none, 2) | 3",
                "none + 1 | ~~",
                "coalesce(none, \"\", 5) | 5",
                "\"a\" & 1.50 & none & 'b' | a1.5b",
                "concat(name, \"-\", day) | 恒锐精密-2026-11-01",
                "len(\"𠮷a\") | 2",
                "left(name, 2) | 恒锐",
                "right(name, 2) | 精密",
                "left(name, 99) | 恒锐精密",
                "upper(\"aß\") | ASS",
                "lower(\"AB\") | ab",
                "contains(name, \"锐\") | true",
                "contains(none, \"锐\") | false",
                "today() | 2026-11-21",
                "days(today(), day) | 20",
                "today() - day | 20",
                "day + 30 | 2026-12-01",
                "year(day) * 100 + month(day) | 202611",
                "date(2026, 2, 30) | ~~",
                "date(2026, 2, 28) < day | true",
                "if(amount > 50, \"大\", \"小\") | 大",
                "if(none > 50, 1, 2) | 2",
                "if(won, 1) | 1",
                "amount >= 100 and not won or false | false",
                "1 = 1.0 | true",
                "none = none | true",
                "name <> \"x\" | true",
                "not (1 = 2) | true",
                "and(true, won) | true",
                "or(false, none) | false",
                "\"say \"\"hi\"\"\" | say \"hi\"",
                "if（amount≥100，“大”，“小”） | 大",
                "２×３ | 6",
                "if(amount > 50 and amount < 200, amount & \"元\", null) | 100元",
                "9999999999999999999999999999 * 1000 | ~~",
                "TRUE | true"
            })
    void computes(String formula, String expected) {
        assertThat(Values.text(Formula.parse(formula).evaluate(RECORD::get, TODAY)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "1 + | formulaUnexpected | 3",
                "1 + + | formulaUnexpected | 5",
                "(1 | formulaUnexpected | 2",
                "1) | formulaUnexpected | 1",
                "~~ | formulaUnexpected | 0",
                "\"abc | formulaUnclosed | 0",
                "1 + {abc | formulaUnclosed | 4",
                "{} | formulaUnclosed | 0",
                "1.2.3 | formulaNumber | 0",
                "2 + exec(1) | formulaUnknownFunction | 4",
                "round() | formulaArguments | 0",
                "1 + left(\"a\") | formulaArguments | 4",
                "a ; b | formulaUnexpected | 2",
                "1 < 2 < 3 | formulaUnexpected | 6",
                "java.lang.Runtime.getRuntime() | formulaUnknownFunction | 0",
                "and | formulaUnexpected | 0",
                "a[0] | formulaUnexpected | 1"
            })
    void refusesWithThePlace(String formula, String code, int position) {
        assertThatThrownBy(() -> Formula.parse(formula)).isInstanceOfSatisfying(FormulaRefused.class, refused -> {
            assertThat(refused.code()).isEqualTo(code);
            assertThat(refused.position()).isEqualTo(position);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "amount + 1 | NUMBER", "amount & 1 | TEXT", "day + 1 | DATE", "today() - day | NUMBER",
                        "amount > 1 | BOOLEAN",
                "if(won, 1, null) | NUMBER", "if(won, name) | TEXT", "coalesce(null, day) | DATE",
                        "min(day, today()) | DATE", "null | EMPTY",
                "if(won, null, \"a\") | TEXT"
            })
    void knowsTheTypeOfTheResult(String formula, FormulaType type) {
        assertThat(Formula.parse(formula).type(FormulaTest::typeOf)).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "amount + name | formulaType | 7", "1 + missing | formulaUnknownField | 4",
                        "if(amount, 1, 2) | formulaType | 0",
                "if(won, 1, \"a\") | formulaType | 0", "amount > name | formulaType | 7", "day * 2 | formulaType | 4",
                "min(1, \"a\") | formulaType | 0", "left(amount, 1) | formulaType | 0", "won < true | formulaType | 4",
                "1 + day | formulaType | 2", "min(name) | formulaType | 0"
            })
    void refusesWhatDoesNotGoTogether(String formula, String code, int position) {
        assertThatThrownBy(() -> Formula.parse(formula).type(FormulaTest::typeOf))
                .isInstanceOfSatisfying(FormulaRefused.class, refused -> {
                    assertThat(refused.code()).isEqualTo(code);
                    assertThat(refused.position()).isEqualTo(position);
                });
    }

    @Test
    void namesTheFieldsThatItReads() {
        assertThat(Formula.parse("if({签约 日期} > today(), custom.a + b, b)").references())
                .containsExactly("签约 日期", "custom.a", "b");
    }

    @Test
    void isBoundedInLengthDepthAndSize() {
        assertThatThrownBy(() -> Formula.parse("1".repeat(2_001))).hasMessageContaining("formulaTooLong");
        assertThatThrownBy(() -> Formula.parse("(".repeat(500) + "1" + ")".repeat(500)))
                .hasMessageContaining("formulaTooDeep");
        assertThatThrownBy(() -> Formula.parse("-".repeat(1_000) + "1")).hasMessageContaining("formulaTooDeep");
        assertThatThrownBy(() -> Formula.parse("not ".repeat(400) + "won")).hasMessageContaining("formulaTooDeep");
        assertThat(Formula.parse("(".repeat(30) + "1" + ")".repeat(30)).evaluate(RECORD::get, TODAY))
                .isEqualTo(BigDecimal.ONE);
        assertThat(Formula.parse("1" + "+1".repeat(999)).evaluate(RECORD::get, TODAY))
                .isEqualTo(new BigDecimal(1_000));
        assertThat(Formula.parse("long & long").evaluate(RECORD::get, TODAY)).isNull();
        assertThat(Formula.parse("1" + "*999999999".repeat(190)).evaluate(RECORD::get, TODAY))
                .isNull();
        assertThat(Formula.parse("day + 99999999999999999999").evaluate(RECORD::get, TODAY))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void neverFailsOtherwiseThanByRefusing(long seed) {
        Random random = new Random(seed);
        String[] words = {
            "1",
            "0.5",
            "amount",
            "name",
            "day",
            "won",
            "none",
            "(",
            ")",
            ",",
            "+",
            "-",
            "*",
            "/",
            "%",
            "&",
            "<",
            "=",
            "if(",
            "round(",
            "left(",
            "right(",
            "date(",
            "min(",
            "sum(",
            "days(",
            "concat(",
            "\"x\"",
            "and",
            "or",
            "not",
            "{金额}",
            "99999999999999999999"
        };
        for (int i = 0; i < 20_000; i++) {
            StringBuilder formula = new StringBuilder();
            for (int words1 = random.nextInt(12); words1 >= 0; words1--) {
                formula.append(words[random.nextInt(words.length)]).append(' ');
            }
            try {
                FormulaType.of(Formula.parse(formula.toString()).evaluate(RECORD::get, TODAY));
            } catch (FormulaRefused refused) {
                assertThat(refused.position()).isBetween(0, formula.length());
            }
        }
    }

    private static @Nullable FormulaType typeOf(String field) {
        return field.equals("none")
                ? FormulaType.NUMBER
                : RECORD.containsKey(field) ? FormulaType.of(Values.known(RECORD.get(field))) : null;
    }

    private static Map<String, Object> record() {
        Map<String, Object> record = new HashMap<>();
        record.put("amount", 100);
        record.put("金额", new BigDecimal("100.00"));
        record.put("custom.discount", new BigDecimal("0.9"));
        record.put("name", "恒锐精密");
        record.put("day", LocalDate.of(2026, 11, 1));
        record.put("won", true);
        record.put("long", "x".repeat(6_000));
        return record;
    }
}
