package io.chaoxi.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Target;

/**
 * Build step: migrates an empty database and writes jOOQ's tables of it as package {@code chaoxi.tables}.
 * Nothing is done while neither the migrations nor this step changed. Arguments: the folder {@code db} of the
 * resources, the build folder.
 */
final class GenerateTables {

    private static final String SETTINGS_VERSION = "2";
    private static final String LIBRARY_TABLES = "flyway_schema_history|scheduled_tasks|event_publication";

    private GenerateTables() {}

    public static void main(String[] arguments) throws Exception {
        var sources = Path.of(arguments[0]);
        var build = Path.of(arguments[1]);
        var output = build.resolve("generated-sources/jooq");
        var stamp = output.resolve(".fingerprint");
        var fingerprint = SETTINGS_VERSION + " " + Migrations.fingerprint(sources);
        if (Files.exists(stamp) && Files.readString(stamp).equals(fingerprint)) {
            return;
        }
        generate(build, output);
        Files.writeString(stamp, fingerprint);
    }

    private static void generate(Path build, Path output) throws Exception {
        try (var postgres = EmbeddedPostgres.start(PostgresOptions.disposable(build.resolve("test-postgres")))) {
            var database = "tables";
            dropDatabase(postgres, database);
            Preparation.prepare(postgres, database);
            Migrations.migrate(postgres.account(database, Preparation.OWNER_ROLE), Preparation.APP_ROLE);
            deleteOldTables(output);
            GenerationTool.generate(configuration(postgres.account(database, Preparation.OWNER_ROLE), output));
        }
    }

    private static void dropDatabase(EmbeddedPostgres postgres, String database) throws Exception {
        try (var connection = postgres.superuser("postgres").connect();
                var statement = connection.createStatement()) {
            statement.execute("drop database if exists " + database);
        }
    }

    private static void deleteOldTables(Path output) throws IOException {
        PostgresBinaries.deleteTree(output);
        Files.createDirectories(output);
    }

    private static Configuration configuration(DatabaseAccount account, Path output) {
        return new Configuration()
                .withLogging(Logging.WARN)
                .withJdbc(new Jdbc()
                        .withUrl(account.url())
                        .withUser(account.user())
                        .withPassword(account.password()))
                .withGenerator(new Generator()
                        .withDatabase(new Database()
                                .withInputSchema("public")
                                .withOutputSchemaToDefault(true)
                                .withExcludes(LIBRARY_TABLES)
                                .withIncludeRoutines(false))
                        .withGenerate(new Generate()
                                .withJavaTimeTypes(true)
                                .withRecords(true)
                                .withPojos(false)
                                .withDaos(false)
                                .withImplicitJoinPathsToOne(false)
                                .withImplicitJoinPathsToMany(false)
                                .withImplicitJoinPathsManyToMany(false)
                                .withComments(true))
                        .withTarget(
                                new Target().withPackageName("chaoxi.tables").withDirectory(output.toString())));
    }
}
