package io.chaoxi.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * What a superuser does once for a database, before anything is migrated: the two roles, the database, and the
 * operators that row-level security must trust to use an index. Repeating it changes nothing.
 */
public final class Preparation {

    public static final String DATABASE = "chaoxi";
    public static final String OWNER_ROLE = "chaoxi_owner";
    public static final String APP_ROLE = "chaoxi_app";

    private Preparation() {}

    /** Prepares the embedded server: afterwards both roles can sign in to the database of that name. */
    public static void prepare(EmbeddedPostgres postgres, String databaseName) {
        try {
            try (var connection = postgres.superuser("postgres").connect()) {
                execute(connection, script("/db/prepare-roles.sql", OWNER_ROLE, APP_ROLE));
                for (var role : new String[] {OWNER_ROLE, APP_ROLE}) {
                    var password = postgres.account(databaseName, role).password();
                    execute(connection, "alter role %s password '%s'".formatted(role, password));
                }
                createDatabase(connection, databaseName);
            }
            try (var connection = postgres.superuser(databaseName).connect()) {
                execute(connection, script("/db/prepare.sql", OWNER_ROLE, APP_ROLE));
            }
        } catch (SQLException e) {
            throw new StartFailure(
                    "内置 PostgreSQL 拒绝了准备语句：%s。请查看 CRM_HOME 下的 logs/postgres。".formatted(e.getMessage()),
                    "The embedded PostgreSQL refused to be prepared: %s. See logs/postgres in CRM_HOME."
                            .formatted(e.getMessage()),
                    e);
        }
    }

    /** Answers a script of the class path with the names of the two roles filled in. */
    public static String script(String resource, String ownerRole, String appRole) {
        try (var stream = Preparation.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("The package lacks " + resource);
            }
            var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return text.replace("${owner}", ownerRole).replace("${app}", appRole);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void createDatabase(Connection connection, String databaseName) throws SQLException {
        try (var query = connection.prepareStatement("select 1 from pg_database where datname = ?")) {
            query.setString(1, databaseName);
            if (!query.executeQuery().next()) {
                execute(connection, "create database %s owner %s".formatted(databaseName, OWNER_ROLE));
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
