package io.chaoxi.testing;

import io.chaoxi.platform.database.DatabaseAccount;
import io.chaoxi.platform.database.Preparation;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An empty, migrated database of one's own, copied in a fraction of a second and dropped when closed. For tests of
 * SQL without the application; tests of the application use {@link ApplicationTest}.
 */
public final class TestDatabase implements AutoCloseable {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final String name = "test_" + COUNT.incrementAndGet();

    private TestDatabase() {}

    /** Copies the template. */
    public static TestDatabase create() {
        var database = new TestDatabase();
        TestServer.running().copyTemplateTo(database.name);
        return database;
    }

    public String name() {
        return name;
    }

    /** The role of requests: held by row-level security. */
    public DatabaseAccount app() {
        return TestServer.running().account(name, Preparation.APP_ROLE);
    }

    /** The role that migrates. */
    public DatabaseAccount owner() {
        return TestServer.running().account(name, Preparation.OWNER_ROLE);
    }

    /** Passes every wall: for arranging and looking, never for what is tested. */
    public DatabaseAccount superuser() {
        return TestServer.running().superuser(name);
    }

    /** Runs statements past every wall, in one transaction each. */
    public void arrange(String... statements) {
        try (var connection = superuser().connect();
                var statement = connection.createStatement()) {
            for (String sql : statements) statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many rows there are past every wall. {@code of}: what follows "select count(*) from". */
    public int count(String of) {
        try (var connection = superuser().connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from " + of)) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        TestServer.running().drop(name);
    }
}
