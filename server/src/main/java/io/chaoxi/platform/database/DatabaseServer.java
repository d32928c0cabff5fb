package io.chaoxi.platform.database;

import io.chaoxi.platform.CrmSettings;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The PostgreSQL behind this application, reachable and migrated: ours, or the one that {@code CRM_DB_URL} names.
 * Closing it stops ours and leaves the other alone.
 *
 * @param app the role of requests and jobs, which owns nothing
 * @param owner the role that changes the schema
 */
public record DatabaseServer(DatabaseAccount app, DatabaseAccount owner, Optional<EmbeddedPostgres> embedded)
        implements AutoCloseable {

    private static final int OLDEST_VERSION = 15;

    /** Starts or reaches the server and migrates it. Refused with a {@link StartFailure} that says what to do. */
    static DatabaseServer open(CrmSettings settings) {
        UnfinishedRestore.refuse(settings.home());
        var server = settings.db().isEmbedded()
                ? embedded(PostgresOptions.permanent(settings.home()))
                : named(settings.db());
        try {
            if (!settings.db().isEmbedded()) UnfinishedRestore.refuse(server.owner());
            Migrations.migrate(server.owner(), server.app().user());
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
        return server;
    }

    /** Starts our own server and prepares its database, which is not migrated yet. */
    public static DatabaseServer embedded(PostgresOptions options) {
        var postgres = EmbeddedPostgres.start(options);
        try {
            Preparation.prepare(postgres, Preparation.DATABASE);
        } catch (RuntimeException e) {
            postgres.close();
            throw e;
        }
        return new DatabaseServer(
                postgres.account(Preparation.DATABASE, Preparation.APP_ROLE),
                postgres.account(Preparation.DATABASE, Preparation.OWNER_ROLE),
                Optional.of(postgres));
    }

    /** Reaches the server that the settings name, which is not migrated yet. */
    public static DatabaseServer named(CrmSettings.Database settings) {
        var app = new DatabaseAccount(settings.url(), settings.user(), settings.password());
        var owner = settings.owner().user().isBlank()
                ? app
                : new DatabaseAccount(
                        settings.url(),
                        settings.owner().user(),
                        settings.owner().password());
        tryOut(app, "CRM_DB_USER / CRM_DB_PASSWORD");
        SecondWall.check(app);
        tryOut(owner, "CRM_DB_OWNER_USER / CRM_DB_OWNER_PASSWORD");
        return new DatabaseServer(app, owner, Optional.empty());
    }

    private static void tryOut(DatabaseAccount account, String setting) {
        try (var connection = account.connect()) {
            if (connection.getMetaData().getDatabaseMajorVersion() < OLDEST_VERSION) {
                throw new StartFailure(
                        "%s 早于 PostgreSQL %d：请升级数据库服务器。".formatted(account.url(), OLDEST_VERSION),
                        "%s is older than PostgreSQL %d: upgrade the database server."
                                .formatted(account.url(), OLDEST_VERSION));
            }
        } catch (SQLException e) {
            throw DatabaseUnreachable.because(account, setting, e);
        }
    }

    @Override
    public void close() {
        embedded.ifPresent(EmbeddedPostgres::close);
    }
}
