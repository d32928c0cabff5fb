package io.chaoxi.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import io.chaoxi.platform.text.PhoneNumbers.Phone;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneNumbersTest {
    /** Deliberately accepted, where the library refuses: an extension after 转. */
    private static final Set<String> DEVIATIONS = Set.of("0755 8601 3388 转 123");

    @Test
    void agreesWithTheLibraryOnEveryCaseOfTheTestData() throws IOException {
        for (Map<String, String> expected : CsvLines.read(SharedData.file("phone-numbers/phone_cases.csv"))) {
            String raw = expected.get("raw");
            if (DEVIATIONS.contains(raw)) {
                continue;
            }
            Checked<Phone> outcome = PhoneNumbers.parse(raw, expected.get("default_region"));
            if (expected.get("is_possible").equals("0")) {
                assertThat(outcome.refusalOrNull()).as(raw).startsWith("phone");
                continue;
            }
            Phone phone = outcome.valueOrNull();
            assertThat(phone).as(raw).isNotNull();
            assertThat(phone.e164()).as(raw).isEqualTo(expected.get("e164"));
            assertThat(phone.valid()).as(raw).isEqualTo(expected.get("is_valid").equals("1"));
            assertThat(PhoneNumbers.national(phone.e164())).as(raw).isEqualTo(expected.get("national"));
            assertThat(PhoneNumbers.international(phone.e164())).as(raw).isEqualTo(expected.get("international"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0755 8601 3388 转 123, +8675586013388;ext=123", "010-62345678转8012, +861062345678;ext=8012",
        "010-62345678 分机：8012, +861062345678;ext=8012", "０１０－６２３４５６７８转分机８０１２, +861062345678;ext=8012",
        "(010)62345678 ext. 12, +861062345678;ext=12", "010-62345678 x12, +861062345678;ext=12",
        "+8675586013388;ext=123, +8675586013388;ext=123", "手机：13800138000, +8613800138000"
    })
    void readsExtensionsInChineseWriting(String raw, String stored) {
        assertThat(PhoneNumbers.parse(raw, "CN").valueOrNull())
                .extracting(Phone::stored)
                .isEqualTo(stored);
    }

    @ParameterizedTest
    @CsvSource({
        "'', phoneNotANumber",
        "abc, phoneNotANumber",
        "12, phoneTooShort",
        "13800138000/13900139000, phoneTooLong",
        "转123, phoneTooShort",
        "+999123456789, phoneCountryUnknown",
        "+4900123456, phoneNotANumber"
    })
    void refusesWithAReason(String raw, String code) {
        assertThat(PhoneNumbers.parse(raw, "CN").refusalOrNull()).isEqualTo(code);
    }

    @Test
    void writesTheExtensionAsPeopleSayIt() {
        assertThat(PhoneNumbers.national("+8675586013388;ext=123")).isEqualTo("0755 8601 3388 转 123");
        assertThat(PhoneNumbers.international("+8675586013388;ext=123")).isEqualTo("+86 755 8601 3388 ext. 123");
        assertThat(PhoneNumbers.national("not a number")).isEqualTo("not a number");
    }

    @Test
    void writesMobilesAsTheLibraryDoes() throws NumberParseException {
        var library = PhoneNumberUtil.getInstance();
        for (int head = 130; head < 200; head++) {
            String stored = "+86" + head + "12345678".substring(head % 2) + "0".repeat(head % 2);
            var number = library.parse(stored, "ZZ");
            assertThat(PhoneNumbers.national(stored))
                    .isEqualTo(library.format(number, PhoneNumberUtil.PhoneNumberFormat.NATIONAL));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "+8613812341234, 138****1234",
        "+861012345678, 010****5678",
        "+8675586013388, 0755****3388",
        "+869311234567, 093****4567",
        "+864008208820, 40****8820",
        "+85221234567, +852 ****4567",
        "+12015550123, +1 20****0123",
        "+8675586013388;ext=123, 0755****3388",
        "12345, ****5",
        "+8616812345, ****2345",
        "'', ****"
    })
    void masksAtLeastFourDigits(String stored, String masked) {
        assertThat(PhoneNumbers.mask(stored)).isEqualTo(masked);
        assertThat(PhoneNumbers.masked(stored)).as("as it is kept").isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({
        "+8613800138000, 138 0013 8000",
        "+8675586013388;ext=123, 0755 8601 3388 转 123",
        "+85221234567, +852 2123 4567",
        "not a number, not a number"
    })
    void foreignNumbersAreShownWithTheirCountry(String stored, String shown) {
        assertThat(PhoneNumbers.shown(stored)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "+8613800138000, false",
        "+8612012345678, true",
        "+862062345678, false",
        "not a number, true",
        "13800138000, true"
    })
    void whatNoNetworkGaveOutIsDoubtful(String stored, boolean doubtful) {
        assertThat(PhoneNumbers.doubtful(stored)).isEqualTo(doubtful);
    }

    /** What is not quite the number of a mobile is not written as one. */
    @ParameterizedTest
    @CsvSource({
        "+861380013800, 4",
        "+86138001380001, 4",
        "+8613800a38000, 4",
        "+8613800/38000, 4",
        "+8613800:38000, 4",
        "+8612345678901, 4",
        "+8513800138000, 4"
    })
    void onlyMobilesAreCutAsMobilesAre(String stored, int tail) {
        String asMobile = stored.substring(3, 6) + " " + stored.substring(6, 10) + " " + stored.substring(10);
        assertThat(PhoneNumbers.national(stored)).isNotEqualTo(asMobile);
        String digits = stored.replaceAll("\\D", "");
        assertThat(PhoneNumbers.mask(stored))
                .isEqualTo(PhoneNumbers.masked(stored))
                .contains("****")
                .endsWith(digits.substring(digits.length() - tail));
    }

    @Test
    void aMobileIsMaskedTheSameWithAndWithoutTheLibrary() {
        for (String stored : new String[] {"+8613000000000", "+8619999999999", "+8613812341234"}) {
            assertThat(PhoneNumbers.mask(stored)).isEqualTo(PhoneNumbers.masked(stored));
        }
    }

    @Test
    void aWritingHasAnEnd() {
        String digits = "1380013800" + " ".repeat(89);
        assertThat(PhoneNumbers.parse(digits + "0", "CN").valueOrNull()).isNotNull();
        assertThat(PhoneNumbers.parse(digits + "00", "CN").refusalOrNull()).isEqualTo("phoneTooLong");
        String padded = "+861380013800" + " ".repeat(86);
        assertThat(PhoneNumbers.international(padded + "0")).isEqualTo("+86 138 0013 8000");
        assertThat(PhoneNumbers.international(padded + " 0")).isEqualTo(padded + " 0");
    }

    @ParameterizedTest
    @CsvSource({
        "*13800138000, CN, phoneNotANumber",
        "138****8000, CN, phoneNotANumber",
        "1380013ABCD, CN, phoneNotANumber",
        "1380013ABCD x12, CN, phoneNotANumber",
    })
    void masksAndLettersAreNoNumber(String raw, String region, String refusal) {
        assertThat(PhoneNumbers.parse(raw, region).refusalOrNull()).isEqualTo(refusal);
    }

    @ParameterizedTest
    @CsvSource({"+1 800 FLOWERS, CN, +18003569377", "800 FLOWERS, US, +18003569377"})
    void lettersAreKeysWhereTheyAreUsed(String raw, String region, String stored) {
        assertThat(PhoneNumbers.parse(raw, region).valueOrNull())
                .extracting(Phone::stored)
                .isEqualTo(stored);
    }
}
