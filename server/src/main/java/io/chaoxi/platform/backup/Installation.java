package io.chaoxi.platform.backup;

import io.chaoxi.platform.CrmSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is backed up and restored, told by the environment variables of the application.
 *
 * @param key CRM_KEY; blank when the key lies in the home
 */
public record Installation(Path home, String key, CrmSettings.Database database) {

    private static final int DIGEST_BYTES = 8;

    public Installation {
        home = home.toAbsolutePath().normalize();
    }

    public static Installation of(Map<String, String> environment) {
        var owner = new CrmSettings.Account(
                environment.getOrDefault("CRM_DB_OWNER_USER", ""),
                environment.getOrDefault("CRM_DB_OWNER_PASSWORD", ""));
        return new Installation(
                Path.of(environment.getOrDefault("CRM_HOME", "./data")),
                environment.getOrDefault("CRM_KEY", "").strip(),
                new CrmSettings.Database(
                        environment.getOrDefault("CRM_DB_URL", ""),
                        environment.getOrDefault("CRM_DB_USER", ""),
                        environment.getOrDefault("CRM_DB_PASSWORD", ""),
                        owner));
    }

    Path files() {
        return home.resolve("files");
    }

    Path keyFile() {
        return home.resolve("secrets").resolve("key");
    }

    /** Whether the key lies in the home and therefore belongs into a backup. */
    boolean holdsKey() {
        return key.isEmpty() && Files.exists(keyFile());
    }

    /** What tells keys apart without telling the key; null when there is none yet. */
    @Nullable
    String keyDigest() throws IOException {
        if (key.isEmpty() && !holdsKey()) return null;
        String text = key.isEmpty() ? Files.readString(keyFile()).strip() : key;
        byte[] digest = RowDigest.sha256().digest(("backup\n" + text).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(Arrays.copyOf(digest, DIGEST_BYTES));
    }
}
