package io.chaoxi.testing;

import io.chaoxi.platform.database.DatabaseAccount;
import io.chaoxi.platform.database.EmbeddedPostgres;
import io.chaoxi.platform.database.HomeInUse;
import io.chaoxi.platform.database.Migrations;
import io.chaoxi.platform.database.PostgresOptions;
import io.chaoxi.platform.database.Preparation;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The PostgreSQL of this test run, started at the first use and stopped with the virtual machine. Its data folder is
 * kept between runs. A second run at the same time finds the folder taken and uses the next one.
 */
final class TestServer {

    private static final int PARALLEL_RUNS = 8;
    private static final Path BUILD = Path.of("target").toAbsolutePath();
    private static final TestServer INSTANCE = new TestServer();

    private final EmbeddedPostgres postgres;
    private final String template;

    private TestServer() {
        postgres = start();
        Runtime.getRuntime().addShutdownHook(new Thread(postgres::close, "test-postgres-stop"));
        template = "template_"
                + Migrations.fingerprint(Path.of("src/main/resources/db")).substring(0, 12);
        dropLeftovers();
        Preparation.prepare(postgres, template);
        Migrations.migrate(account(template, Preparation.OWNER_ROLE), Preparation.APP_ROLE);
    }

    static TestServer running() {
        return INSTANCE;
    }

    void copyTemplateTo(String database) {
        execute("create database %s template %s owner %s strategy file_copy"
                .formatted(database, template, Preparation.OWNER_ROLE));
    }

    void drop(String database) {
        execute("drop database if exists %s with (force)".formatted(database));
    }

    DatabaseAccount account(String database, String role) {
        return postgres.account(database, role);
    }

    DatabaseAccount superuser(String database) {
        return postgres.superuser(database);
    }

    private static EmbeddedPostgres start() {
        for (int run = 1; ; run++) {
            try {
                return EmbeddedPostgres.start(
                        PostgresOptions.disposable(BUILD.resolve(run == 1 ? "test-postgres" : "test-postgres-" + run)));
            } catch (HomeInUse e) {
                if (run == PARALLEL_RUNS) {
                    throw e;
                }
            }
        }
    }

    private void dropLeftovers() {
        for (var database : databases()) {
            if (database.startsWith("test_") || (database.startsWith("template_") && !database.equals(template))) {
                drop(database);
            }
        }
    }

    private List<String> databases() {
        try (var connection = superuser("postgres").connect();
                var query = connection.prepareStatement("select datname from pg_database where not datistemplate");
                var rows = query.executeQuery()) {
            var names = new ArrayList<String>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String sql) {
        try (var connection = superuser("postgres").connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
