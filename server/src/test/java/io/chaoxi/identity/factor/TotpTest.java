package io.chaoxi.identity.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    private static final long STEP = 37_037_036;
    private static final Instant AT = Instant.ofEpochSecond(STEP * 30);
    private static final long NEVER = 0;

    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void makesTheCodesOfRfc6238(long second, String code) {
        assertThat(Totp.code(SECRET, second / 30, 8)).isEqualTo(code);
        assertThat(Totp.code(SECRET, second / 30, 6)).isEqualTo(code.substring(2));
    }

    private static String code(long step) {
        return Totp.code(SECRET, step, 6);
    }

    @Test
    void takesTheCodeOfNowAndOfItsNeighboursAndNoOther() {
        for (long off = -1; off <= 1; off++) {
            assertThat(Totp.step(SECRET, code(STEP + off), AT, NEVER)).hasValue(STEP + off);
        }
        assertThat(Totp.step(SECRET, code(STEP - 2), AT, NEVER)).isEmpty();
        assertThat(Totp.step(SECRET, code(STEP + 2), AT, NEVER)).isEmpty();
    }

    @Test
    void aCodeLivesFromTheStepBeforeItToTheEndOfTheStepBehindIt() {
        String code = code(STEP);
        assertThat(Totp.step(SECRET, code, AT.minusSeconds(30), NEVER)).hasValue(STEP);
        assertThat(Totp.step(SECRET, code, AT.minusSeconds(31), NEVER)).isEmpty();
        assertThat(Totp.step(SECRET, code, AT.plusSeconds(59), NEVER)).hasValue(STEP);
        assertThat(Totp.step(SECRET, code, AT.plusSeconds(60), NEVER)).isEmpty();
    }

    @Test
    void aCodeThatWasTakenIsDeadAndSoAreThoseBeforeIt() {
        assertThat(Totp.step(SECRET, code(STEP), AT, STEP)).isEmpty();
        assertThat(Totp.step(SECRET, code(STEP - 1), AT, STEP)).isEmpty();
        assertThat(Totp.step(SECRET, code(STEP + 1), AT, STEP)).hasValue(STEP + 1);
    }

    @ParameterizedTest
    @CsvSource({"12345", "1234567", "''", "abcdef", "１２３４５６"})
    void whatIsNoCodeIsRefused(String text) {
        assertThat(Totp.step(SECRET, text, AT, NEVER)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void writesBase32OfRfc4648(String text, String written) {
        assertThat(Base32.text(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(written);
    }

    @Test
    void recoveryCodesDifferAndCanBeTypedInAnyForm() {
        var codes = RecoveryCodes.make();
        assertThat(codes).hasSize(10).doesNotHaveDuplicates().allMatch(code -> code.matches("(\\w{4}-){2}\\w{4}"));
        assertThat(RecoveryCodes.normal(" ABCD-efgh 2345 ")).isEqualTo("abcdefgh2345");
        assertThat(RecoveryCodes.normal("１２３ 456")).isEqualTo("123456");
    }
}
