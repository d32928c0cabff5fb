package io.chaoxi.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the normal forms by which records are compared begin and end. */
class NormalFormsTest {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    @Test
    void foldingChangesTheWritingAndNotTheWords() {
        assertThat(Folding.fold("ＴＣＬ 萬科（集團）")).isEqualTo("tcl 万科(集团)");
        assertThat(Folding.fold("𠮷野家")).isEqualTo("𠮷野家");
        assertThat(Folding.fold("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "_", "-", "—", "(", "）", "“", "”", "«", "»", "!", "、", " ", "\u3000", "\u2028", "\u2029", "\u0007",
                "\n", "\u200D", "\uD83D", "\uFE00", "\uFE0F", "\u00AD"
            })
    void marksThatNobodyReadsAreSqueezedOut(String mark) {
        assertThat(Folding.squash("恒" + mark + "锐")).isEqualTo("恒锐");
    }

    @ParameterizedTest
    @ValueSource(strings = {"😀", "𠮷", "7", "+", "€", "é", "ไ"})
    void everythingElseStays(String character) {
        assertThat(Folding.squash("恒" + character + "锐")).isEqualTo("恒" + character + "锐");
    }

    @Test
    void aBeginningIsCutBetweenCharacters() {
        assertThat(Folding.head("恒锐精密", 4)).isEqualTo("恒锐精密");
        assertThat(Folding.head("恒锐精密", 3)).isEqualTo("恒锐精");
        assertThat(Folding.head("𠮷𠮷𠮷", 2)).isEqualTo("𠮷𠮷");
        assertThat(Folding.head("𠮷𠮷", 3)).isEqualTo("𠮷𠮷");
        assertThat(Folding.head("a𠮷b", 2)).isEqualTo("a𠮷");
    }

    @Test
    void ofTheLastCharactersOfACreditCodeOneIsRight() {
        Random random = new Random(32100);
        for (int round = 0; round < 300; round++) {
            String organisation = random.ints(17, 0, ALPHABET.length())
                    .mapToObj(at -> ALPHABET.substring(at, at + 1))
                    .reduce("", String::concat);
            long right = ALPHABET.chars()
                    .filter(last ->
                            CreditCodes.check(organisation + (char) last).valueOrNull() != null)
                    .count();
            assertThat(right).as(organisation).isEqualTo(1);
        }
        assertThat(CreditCodes.check("0".repeat(18)).valueOrNull()).isEqualTo("0".repeat(18));
    }

    /** Codes of known organisations, so that all weights are right together. */
    @ParameterizedTest
    @ValueSource(strings = {"91350100M000100Y43", "91440300708461136T", "914403001922038216"})
    void publishedCodesAreRight(String code) {
        assertThat(CreditCodes.check(code).valueOrNull()).isEqualTo(code);
    }

    @Test
    void anAddressOfMailHas64CharactersBeforeAnd254InAll() {
        String local = "a".repeat(64);
        String domain = ("b".repeat(62) + ".").repeat(2) + "c".repeat(60) + ".cn";
        assertThat((local + "@" + domain).length()).isEqualTo(254);
        assertThat(Emails.normalise(local + "@" + domain).valueOrNull()).isEqualTo(local + "@" + domain);
        assertThat(Emails.normalise(local + "@d" + domain).refusalOrNull()).isEqualTo("emailTooLong");
        assertThat(Emails.normalise("a" + local + "@b.cn").refusalOrNull()).isEqualTo("emailTooLong");
        assertThat(Emails.normalise(" ".repeat(594) + "a@b.cn").valueOrNull()).isEqualTo("a@b.cn");
        assertThat(Emails.normalise(" ".repeat(595) + "a@b.cn").refusalOrNull()).isEqualTo("emailTooLong");
    }

    @Test
    void aWebAddressHas2000Characters() {
        String longest = "https://a.cn/" + "x".repeat(1987);
        assertThat(Websites.normalise(longest).valueOrNull()).isEqualTo(longest);
        assertThat(Websites.normalise(longest + "x").refusalOrNull()).isEqualTo("websiteTooLong");
        assertThat(Websites.normalise("㌀".repeat(501)).refusalOrNull())
                .as("four characters each, once they are written out")
                .isEqualTo("websiteTooLong");
    }

    @ParameterizedTest
    @CsvSource({
        "a.cn:65535, https://a.cn:65535",
        "a.cn:655350,",
        "a.cn:x,",
        "https://a.cn/%zz,",
        "https://a.cn?x=1, https://a.cn?x=1",
        "https://a.cn#top, https://a.cn#top",
        "https:a.cn,",
        "HTTPS://A.CN/Path, https://a.cn/Path"
    })
    void hostPortAndPath(String raw, String website) {
        assertThat(Websites.normalise(raw).valueOrNull()).isEqualTo(website);
    }

    @ParameterizedTest
    @CsvSource({
        "广西壮族自治区南宁市恒锐有限公司, 恒锐",
        "中国石油集团有限公司, 石油",
        "上海王有限公司, 上海王",
        "上海, 上海",
        "恒有限公司, 恒有限公司",
        "香港特别行政区恒锐有限公司, 恒锐",
        "新疆恒锐, 恒锐",
        "'Acme  Trading（China）', Acme TradingChina",
        "恒锐北京, 恒锐北京"
    })
    void aShortNameKeepsTwoCharacters(String full, String shortName) {
        assertThat(CompanyNames.shortName(full)).isEqualTo(shortName);
    }

    @Test
    void outcomesAreOneOfTwo() {
        assertThat(Checked.accepted("a").refusalOrNull()).isNull();
        assertThat(Checked.refused("code").valueOrNull()).isNull();
    }
}
