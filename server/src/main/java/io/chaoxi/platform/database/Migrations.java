package io.chaoxi.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationState;

/**
 * The one history of the schema: {@code db/migration/<module>/V<yyyyMMddHHmm>__what.sql}, forward only, run by
 * the owner. Modules are written side by side, so a migration may arrive after a later-numbered one has run.
 */
public final class Migrations {

    private Migrations() {}

    /** Brings the schema up to this program. Refused when a newer program has already changed it. */
    public static void migrate(DatabaseAccount owner, String appRole) {
        var flyway = Flyway.configure()
                .dataSource(owner.url(), owner.user(), owner.password())
                .locations("classpath:db/migration")
                .placeholders(Map.of("app", appRole))
                .validateMigrationNaming(true)
                .outOfOrder(true)
                .cleanDisabled(true)
                .load();
        refuseNewerSchema(flyway);
        flyway.migrate();
    }

    private static void refuseNewerSchema(Flyway flyway) {
        for (var migration : flyway.info().all()) {
            if (migration.getState() == MigrationState.FUTURE_SUCCESS) {
                throw new StartFailure(
                        "数据库结构（%s）比本程序新：请启动更新版本的程序，或恢复升级前的备份。".formatted(migration.getVersion()),
                        "The schema (%s) is newer than this program: start the newer program, or restore the backup made before the upgrade."
                                .formatted(migration.getVersion()));
            }
        }
    }

    /** Answers a hash over everything under {@code db}: equal hashes give equal schemas. */
    public static String fingerprint(Path folder) {
        try (var files = Files.walk(folder)) {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                digest.update(folder.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(file));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
