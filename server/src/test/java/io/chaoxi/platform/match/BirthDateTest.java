package io.chaoxi.platform.match;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BirthDateTest {
    private static final BirthDate BORN = new BirthDate(1987, 5, 3);

    @ParameterizedTest
    @ValueSource(strings = {"1987-05-03", "19870503", "1987年05月03日", "１９８７/０５/０３"})
    void eightDigitsAreADate(String written) {
        assertThat(BirthDate.of(written)).isEqualTo(BORN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1987-5-3", "870503", "1987-05-03 12", "unknown"})
    void anythingElseIsNone(String written) {
        assertThat(BirthDate.of(written)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "19870503, 11",
        "19870305, 5",
        "19870513, 4",
        "19870603, 4",
        "19880503, 3",
        "19880305, -7",
        "19880513, -7",
        "19880603, -7",
        "19870614, -7"
    })
    void oneOfThreePartsMayBeASlip(String other, double bits) {
        assertThat(BORN.with(BirthDate.of(other))).isEqualTo(bits);
        assertThat(BirthDate.of(other).with(BORN)).isEqualTo(bits);
    }
}
