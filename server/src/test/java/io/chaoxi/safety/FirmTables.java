package io.chaoxi.safety;

import io.chaoxi.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** What a firm has in every table, as a digest for each: equal before and after means that nothing was done. */
final class FirmTables implements AutoCloseable {
    /** Logs, sign-ins, counters and memories of requests, which refused requests write too. */
    private static final List<String> BOOKKEEPING =
            List.of("access_log", "access_seal", "session", "half_sign_in", "idempotency", "number_sequence");

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Connection connection;
    private final List<String> names;
    private final String digests;

    FirmTables(TestDatabase database) {
        try {
            connection = database.superuser().connect();
            names = tables();
            digests = names.stream()
                    .map(table -> "select '%s', count(*) || ' ' || coalesce(sum(hashtextextended(%s::text, 0)), 0)"
                                    .formatted(table, table.equals("api_token") ? "(t.id, t.name, t.scopes)" : "t")
                            + " from \"%s\" t where %s = ?"
                                    .formatted(table, table.equals("tenant") ? "id" : "tenant_id")
                            + (table.equals("stored_file") ? " and deleted_at is null" : ""))
                    .collect(Collectors.joining(" union all "));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> tables() throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select table_name from information_schema.columns where"
                        + " table_schema = 'public' and column_name = 'tenant_id' order by 1")) {
            var tables = new ArrayList<>(List.of("tenant"));
            while (rows.next()) {
                if (!BOOKKEEPING.contains(rows.getString(1))) tables.add(rows.getString(1));
            }
            return tables;
        }
    }

    /** Number and digest of the firm's rows by table. */
    Map<String, String> of(long tenant) {
        try (var statement = connection.prepareStatement(digests)) {
            for (int i = 1; i <= names.size(); i++) statement.setLong(i, tenant);
            var found = new TreeMap<String, String>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) found.put(rows.getString(1), rows.getString(2));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same once the firm's jobs have ended and what was announced has been heard. */
    Map<String, String> quiet(long tenant) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (busy(tenant)) {
            if (System.nanoTime() > until) throw new AssertionError("still open: " + open(tenant));
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
        return of(tenant);
    }

    private boolean busy(long tenant) {
        return number("select count(*) from job where tenant_id = " + tenant + " and state in ('queued', 'running')")
                        + number("select count(*) from event_publication where completion_date is null")
                > 0;
    }

    private String open(long tenant) {
        var query = "select kind || ' ' || state from job where tenant_id = " + tenant
                + " and state in ('queued', 'running') union all select listener_id || ' ' || serialized_event"
                + " from event_publication where completion_date is null";
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var found = new StringBuilder();
            while (rows.next()) found.append(rows.getString(1)).append('\n');
            return found.toString();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The tables, of whatever firm, that hold a text somewhere. */
    List<String> holding(String text) {
        var found = new ArrayList<String>();
        for (String table : names) {
            if (number("select count(*) from \"%s\" t where strpos(t::text, '%s') > 0".formatted(table, text)) > 0) {
                found.add(table);
            }
        }
        return found;
    }

    /** The one number that a query answers. */
    long number(String query) {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
