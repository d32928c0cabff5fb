package io.chaoxi.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * What a superuser does once for a database, before anything is migrated: the two roles, the database, and the
 * operators that row-level security must trust to use an index. Repeating it changes nothing.
 *
 * @param owner the role that will own and migrate the schema
 * @param app the role of requests and jobs
 */
public record Preparation(String database, Role owner, Role app) {

    public static final String DATABASE = "chaoxi";
    public static final String OWNER_ROLE = "chaoxi_owner";
    public static final String APP_ROLE = "chaoxi_app";

    private static final String PLAIN_NAME = "[a-z_][a-z0-9_]*";

    public Preparation {
        for (var name : List.of(database, owner.name(), app.name())) {
            if (!name.matches(PLAIN_NAME)) {
                throw new StartFailure(
                        "名称 %s 不可用：数据库与角色的名称只能含小写字母、数字与下划线。".formatted(name),
                        "The name %s cannot be used: names of databases and roles hold lower-case letters, digits and underscores."
                                .formatted(name));
            }
        }
    }

    /** A role that signs in with a password. */
    public record Role(String name, String password) {

        static Role of(DatabaseAccount account) {
            return new Role(account.user(), account.password());
        }
    }

    /** Prepares the embedded server: afterwards both roles can sign in to the database of that name. */
    public static void prepare(EmbeddedPostgres postgres, String database) {
        var owner = Role.of(postgres.account(database, OWNER_ROLE));
        var app = Role.of(postgres.account(database, APP_ROLE));
        try {
            new Preparation(database, owner, app).run(postgres.superuser("postgres"), postgres.superuser(database));
        } catch (SQLException e) {
            throw new StartFailure(
                    "内置 PostgreSQL 拒绝了准备语句：%s。请查看 CRM_HOME 下的 logs/postgres。".formatted(e.getMessage()),
                    "The embedded PostgreSQL refused to be prepared: %s. See logs/postgres in CRM_HOME."
                            .formatted(e.getMessage()),
                    e);
        }
    }

    /** Runs the statements: roles and database from the maintenance database, the rest inside the new one. */
    void run(DatabaseAccount maintenance, DatabaseAccount inside) throws SQLException {
        try (var connection = maintenance.connect()) {
            execute(connection, rolesScript());
            for (var role : List.of(owner, app)) {
                execute(connection, "alter role %s password '%s'".formatted(role.name(), quoted(role.password())));
            }
            createDatabase(connection);
        }
        try (var connection = inside.connect()) {
            execute(connection, databaseScript());
        }
    }

    /** The same for psql, with the passwords left for the administrator to set. */
    String printed() {
        return """
                %s\\password %s
                \\password %s
                create database %s owner %s;
                \\connect %s
                %s""".formatted(
                        rolesScript(), owner.name(), app.name(), database, owner.name(), database, databaseScript());
    }

    private static String quoted(String password) {
        return password.replace("'", "''");
    }

    private String rolesScript() {
        return script("/db/prepare-roles.sql");
    }

    private String databaseScript() {
        return script("/db/prepare.sql");
    }

    private String script(String resource) {
        try (var stream = Preparation.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("The package lacks " + resource);
            }
            var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return text.replace("${owner}", owner.name()).replace("${app}", app.name());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void createDatabase(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement("select 1 from pg_database where datname = ?")) {
            query.setString(1, database);
            if (!query.executeQuery().next()) {
                execute(connection, "create database %s owner %s".formatted(database, owner.name()));
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
