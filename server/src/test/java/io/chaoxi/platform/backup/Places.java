package io.chaoxi.platform.backup;

import io.chaoxi.platform.CrmSettings;
import io.chaoxi.platform.database.DatabaseAccount;
import io.chaoxi.platform.database.DatabaseServer;
import io.chaoxi.platform.database.PostgresOptions;
import io.chaoxi.testing.TestDatabase;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Installations to back up and restore to, and what is in them, counted without any of the code under test. */
final class Places {
    static final Progress SILENT = new Progress(new PrintStream(java.io.OutputStream.nullOutputStream()));

    /** Written while nobody does anything: the scheduler's own, and sign-ins, which a backup leaves out. */
    private static final List<String> RESTLESS =
            List.of("scheduled_tasks", "session", "half_sign_in", "provider_attempt", "flyway_schema_history");

    private Places() {}

    static Installation named(TestDatabase database, Path home) {
        var owner = new CrmSettings.Account(
                database.owner().user(), database.owner().password());
        return new Installation(
                home,
                "",
                new CrmSettings.Database(
                        database.app().url(),
                        database.app().user(),
                        database.app().password(),
                        owner));
    }

    static Installation embedded(Path home) {
        return new Installation(home, "", new CrmSettings.Database("", "", "", new CrmSettings.Account("", "")));
    }

    /** The environment that says the same to a program. */
    static Map<String, String> environment(Installation installation) {
        var database = installation.database();
        return Map.of(
                "CRM_HOME", installation.home().toString(),
                "CRM_DB_URL", database.url(),
                "CRM_DB_USER", database.user(),
                "CRM_DB_PASSWORD", database.password(),
                "CRM_DB_OWNER_USER", database.owner().user(),
                "CRM_DB_OWNER_PASSWORD", database.owner().password());
    }

    /** Number and digest of the rows of every table; the account must pass row-level security. */
    static Map<String, String> digests(DatabaseAccount superuser) {
        var found = new TreeMap<String, String>();
        for (String table : texts(
                superuser,
                "select relname from pg_class where relkind = 'r'" + " and relnamespace = 'public'::regnamespace")) {
            if (RESTLESS.contains(table)) continue;
            found.put(
                    table,
                    texts(
                                    superuser,
                                    "select count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0)"
                                            + " from \"" + table + "\" t")
                            .getFirst());
        }
        return found;
    }

    /** What PostgreSQL says of every index, constraint, policy and right in the schema. */
    static List<String> schema(DatabaseAccount superuser) {
        return texts(superuser, """
                select indexdef from pg_indexes where schemaname = 'public'
                union all select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
                    from pg_constraint where connamespace = 'public'::regnamespace
                union all select tablename || ' ' || policyname || ' ' || qual from pg_policies
                union all select relname || ' ' || relrowsecurity || relforcerowsecurity || coalesce(relacl::text, '')
                    from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'S')
                order by 1""");
    }

    static Map<String, String> embeddedDigests(Installation home) {
        try (var server = DatabaseServer.embedded(PostgresOptions.permanent(home.home()))) {
            return digests(server.embedded().orElseThrow().superuser("chaoxi"));
        }
    }

    static Path aside(Path home) throws Exception {
        try (var all = Files.list(home)) {
            return all.filter(one -> one.getFileName().toString().startsWith("before-restore"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    static List<String> texts(DatabaseAccount account, String query) {
        try (var connection = account.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var texts = new ArrayList<String>();
            while (rows.next()) texts.add(rows.getString(1));
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static void execute(DatabaseAccount account, String sql) {
        try (var connection = account.connect()) {
            TableRows.execute(connection, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The kept files of an installation with their bytes. */
    static Map<String, String> files(Installation installation) {
        if (Files.notExists(installation.files())) return Map.of();
        try (var all = Files.walk(installation.files())) {
            var found = new TreeMap<String, String>();
            for (var file : all.filter(Files::isRegularFile).toList()) {
                found.put(installation.files().relativize(file).toString(), Files.readString(file));
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A restore in a program of its own, which can be killed. */
    static Process restoring(Path backup, Installation installation, String... more) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Dlogback.configurationFile=logback-command.xml",
                "-cp",
                System.getProperty("java.class.path"),
                Restore.class.getName(),
                backup.toString()));
        command.addAll(List.of(more));
        var builder = new ProcessBuilder(command);
        builder.environment().putAll(environment(installation));
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    static void kill(Process process) throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(1, TimeUnit.MINUTES)) throw new AssertionError("does not die");
    }
}
