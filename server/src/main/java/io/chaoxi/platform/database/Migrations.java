package io.chaoxi.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The one history of the schema: {@code db/migration/<module>/V<yyyyMMddHHmm>__what.sql}, forward only, run by
 * the owner. Modules are written side by side, so a migration may arrive after a later-numbered one has run.
 */
public final class Migrations {

    private static final Pattern VERSIONED = Pattern.compile("V(\\d+)__.*\\.sql");

    private Migrations() {}

    /** Brings the schema up to this program. Refused when a newer program has already changed it. */
    public static void migrate(DatabaseAccount owner, String appRole) {
        var flyway = flyway(owner, appRole, "classpath:db/migration").load();
        refuseNewerSchema(flyway);
        flyway.migrate();
    }

    /** Makes an empty schema what it was when these versions, and no others, had been run. */
    public static void migrateTo(DatabaseAccount owner, String appRole, Collection<String> versions) {
        try {
            var folder = Files.createTempDirectory("chaoxi-migrations");
            try {
                for (var script : scripts()) {
                    var version = version(script);
                    if (version.isEmpty() || versions.contains(version.get())) copy(script, folder);
                }
                // The mark of an unfinished restore is there already, or an administrator's own tables are.
                flyway(owner, appRole, "filesystem:" + folder)
                        .baselineOnMigrate(true)
                        .baselineVersion("0")
                        .load()
                        .migrate();
            } finally {
                PostgresBinaries.deleteTree(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The versions that this program knows. */
    public static Set<String> known() {
        try {
            return scripts().stream()
                    .flatMap(script -> version(script).stream())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FluentConfiguration flyway(DatabaseAccount owner, String appRole, String location) {
        return Flyway.configure()
                .dataSource(owner.url(), owner.user(), owner.password())
                .locations(location)
                .placeholders(Map.of("app", appRole))
                .validateMigrationNaming(true)
                .outOfOrder(true)
                .cleanDisabled(true);
    }

    private static List<Resource> scripts() throws IOException {
        return List.of(new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/**/*.sql"));
    }

    /** Nothing for a callback. */
    private static Optional<String> version(Resource script) {
        var name = VERSIONED.matcher(String.valueOf(script.getFilename()));
        return name.matches() ? Optional.of(name.group(1)) : Optional.empty();
    }

    /** Below its module's folder, as Flyway names it in the history. */
    private static void copy(Resource script, Path folder) throws IOException {
        var within = script.getURL().toString().replaceFirst(".*db/migration/", "");
        var place = folder.resolve(within);
        Files.createDirectories(place.getParent());
        Files.write(place, script.getContentAsByteArray());
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
