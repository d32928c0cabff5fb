package io.chaoxi.platform.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chaoxi.platform.match.Spelling.Closeness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
    /** The examples of Winkler's papers. */
    @ParameterizedTest
    @CsvSource({
        "martha, marhta, 0.9611",
        "dwayne, duane, 0.8400",
        "dixon, dicksonx, 0.8133",
        "jones, johnson, 0.8324",
        "abroms, abrams, 0.9222",
        "massey, massie, 0.9333",
        "nichleson, nichulson, 0.9556",
        "itman, smith, 0.4667",
        "abc, xyz, 0"
    })
    void likenessOfWordsIsThatOfJaroAndWinkler(String one, String other, double likeness) {
        assertThat(Spelling.jaroWinkler(one, other)).isCloseTo(likeness, within(0.00006));
        assertThat(Spelling.jaroWinkler(other, one)).isCloseTo(likeness, within(0.00006));
    }

    @Test
    void onlyTheBeginningOfAVeryLongWordIsCompared() {
        String same = "ab".repeat(32);
        assertThat(Spelling.jaroWinkler(same, same)).isEqualTo(1);
        assertThat(Spelling.jaroWinkler(same + "xyz", same + "uvw")).isBetween(0.95, 0.99);
    }

    @ParameterizedTest
    @CsvSource({
        "wang, wang",
        "wang, wnag",
        "wang, wagn",
        "wang, wan",
        "wang, ang",
        "wang, wxang",
        "wang, wangx",
        "wang, xwang",
        "wang, wong",
        "wang, xang",
        "wang, wanx",
        "ab, ba",
        "a, ''"
    })
    void oneSlipOfTheFinger(String one, String other) {
        assertThat(Spelling.oneSlip(one, other)).isTrue();
        assertThat(Spelling.oneSlip(other, one)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "wang, gnaw",
        "wang, naw",
        "wang, wa",
        "wang, wxyng",
        "wang, wxaxng",
        "wang, awgn",
        "abcd, badc",
        "abc, cba",
        "abcde, abced1",
        "abx, bay",
        "wang, wangxy"
    })
    void twoSlipsAreAnotherWord(String one, String other) {
        assertThat(Spelling.oneSlip(one, other)).isFalse();
        assertThat(Spelling.oneSlip(other, one)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "katherine, katharine, SLIP",
        "jonson, johnson, SLIP",
        "catherine, katharine, ALIKE",
        "deli, delicatessen, ALIKE",
        "rob, robert, ALIKE",
        "del, delicatessen, UNCLEAR",
        "wu, hu, OTHER",
        "wu, wuu, OTHER",
        "martha, martin, ALIKE",
        "marie, maria, SLIP",
        "harbour, mitchell, OTHER",
        "smith, smythe, ALIKE",
        "jones, james, UNCLEAR"
    })
    void howCloseTwoWordsAre(String one, String other, Closeness closeness) {
        assertThat(of(one, other)).isEqualTo(closeness);
        assertThat(of(other, one)).isEqualTo(closeness);
    }

    private static Closeness of(String one, String other) {
        return Spelling.of(one, Spelling.letters(one), other, Spelling.letters(other));
    }

    @Test
    void lettersAreCountedOnceEach() {
        assertThat(Spelling.letters("")).isZero();
        assertThat(Spelling.letters("abba")).isEqualTo(Spelling.letters("ab"));
        assertThat(Long.bitCount(Spelling.letters("delicatessen"))).isEqualTo(9);
    }

    /** The examples of the National Archives of the United States. */
    @ParameterizedTest
    @CsvSource({
        "robert, r163", "rupert, r163", "rubin, r15", "ashcraft, a261", "ashcroft, a261", "tymczak, t522",
        "pfister, p236", "honeyman, h555", "jackson, j25", "lee, l", "gutierrez, g362", "washington, w252",
        "vandeusen, v532", "müller, m'ü'46", "'', ''"
    })
    void wordsThatSoundAlikeHaveOneCode(String word, String code) {
        assertThat(Soundex.of(word)).isEqualTo(code.replace("'", ""));
    }
}
