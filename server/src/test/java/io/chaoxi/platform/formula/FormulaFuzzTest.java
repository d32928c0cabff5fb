package io.chaoxi.platform.formula;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

class FormulaFuzzTest {
    private static final Map<String, Object> RECORD = Map.of("a", 1, "b", "text", "c", true, "d", LocalDate.EPOCH);

    /** Any text is a formula or refused; a formula always ends, with a value or empty. */
    @FuzzTest(maxDuration = "60s")
    void parsesOrRefuses(FuzzedDataProvider data) {
        String text = data.consumeRemainingAsString();
        try {
            Formula formula = Formula.parse(text);
            formula.references();
            formula.evaluate(RECORD::get, LocalDate.EPOCH);
            formula.type(FormulaFuzzTest::typeOf);
        } catch (FormulaRefused refused) {
            if (refused.position() < 0 || refused.position() > text.length()) {
                throw new AssertionError("outside of the text: " + refused.getMessage(), refused);
            }
        }
    }

    private static @Nullable FormulaType typeOf(String field) {
        return FormulaType.of(Values.known(RECORD.get(field)));
    }
}
