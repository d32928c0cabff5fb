package io.chaoxi.identity.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoxi.platform.CrmSettings;
import io.chaoxi.platform.database.StartFailure;
import io.chaoxi.platform.problem.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FactorKeyTest {
    private static final byte[] SECRET = "twenty bytes of them".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    private static final UUID PERSON = new UUID(1, 2);

    @TempDir
    Path home;

    private FactorKey key(String given) {
        var none = new CrmSettings.Account("", "");
        return new FactorKey(new CrmSettings(
                home,
                "127.0.0.1",
                8080,
                "",
                given,
                new CrmSettings.Database("", "", "", none),
                new CrmSettings.Administrator("", ""),
                false));
    }

    @Test
    void opensWhatItSealedForThatPersonOnly() {
        FactorKey key = key("k".repeat(32));
        byte[] sealed = key.seal(SECRET, 7, PERSON);
        assertThat(key.open(sealed, 7, PERSON)).isEqualTo(SECRET);
        assertThat(key("k".repeat(32)).open(sealed, 7, PERSON)).isEqualTo(SECRET);
        assertThat(new String(sealed, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("twenty");
        assertThat(key.seal(SECRET, 7, PERSON)).isNotEqualTo(sealed);
        refuses(key, sealed, 8, PERSON);
        refuses(key, sealed, 7, new UUID(1, 3));
        refuses(key("j".repeat(32)), sealed, 7, PERSON);
        sealed[sealed.length - 1] ^= 1;
        refuses(key, sealed, 7, PERSON);
    }

    private static void refuses(FactorKey key, byte[] sealed, long tenant, UUID person) {
        assertThatThrownBy(() -> key.open(sealed, tenant, person))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("secondFactorUnreadable"));
    }

    @Test
    void isMadeOnceInTheHomeWhereNoneIsGiven() throws java.io.IOException {
        byte[] sealed = key("").seal(SECRET, 7, PERSON);
        assertThat(key(" ").open(sealed, 7, PERSON)).isEqualTo(SECRET);
        assertThat(Files.getPosixFilePermissions(home.resolve("secrets/key"))).hasSize(2);
    }

    @Test
    void isNotShort() {
        assertThatThrownBy(() -> key("k".repeat(31))).isInstanceOf(StartFailure.class);
    }

    @Test
    void digestsDifferByPurposeAndKey() {
        FactorKey key = key("k".repeat(32));
        assertThat(key.digest("a", "x")).isEqualTo(key.digest("a", "x")).isNotEqualTo(key.digest("b", "x"));
        assertThat(key("j".repeat(32)).digest("a", "x")).isNotEqualTo(key.digest("a", "x"));
    }
}
