package io.chaoxi.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoxi.platform.problem.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"short", "123456789", "Password123", "1234567890", "ababababab", "Zhang.San1", "zhang.san12"})
    void refusesWhatIsShortCommonOrTheLogin(String password) {
        assertThatThrownBy(() -> Passwords.check("password", password, "zhang.san1"))
                .isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"correct horse", "潮汐潮汐涨落有时日月星辰", "x9!kd82hfa"})
    void acceptsTheRest(String password) {
        assertThatCode(() -> Passwords.check("password", password, "zhang.san1"))
                .doesNotThrowAnyException();
    }

    @Test
    void aHashMatchesItsPasswordOnly() {
        var hashes = new PasswordHashes();
        String hash = hashes.hash("correct horse");
        assertThat(hash).startsWith("$argon2id$");
        assertThat(hashes.matches("correct horse", hash)).isTrue();
        assertThat(hashes.matches("correct horsf", hash)).isFalse();
        assertThat(hashes.matches("correct horse", null)).isFalse();
        assertThat(hashes.matches("-", PasswordHashes.NONE)).isFalse();
    }

    @Test
    void secretsAreLongAndNeverTheSame() {
        assertThat(OpaqueToken.make()).hasSize(43).isNotEqualTo(OpaqueToken.make());
        assertThat(OpaqueToken.readable())
                .matches("([a-z2-9]{7}-){3}[a-z2-9]{7}")
                .isNotEqualTo(OpaqueToken.readable());
    }
}
