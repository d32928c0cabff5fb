package io.chaoxi.privacy;

import io.chaoxi.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Everything that the database holds of a firm, and what it holds of none, as text, past every wall. */
final class Dump implements AutoCloseable {
    private final Connection connection;
    private final long tenant;

    Dump(TestDatabase database, long tenant) throws SQLException {
        this.tenant = tenant;
        this.connection = database.superuser().connect();
    }

    List<String> tables() throws SQLException {
        return column("select table_name from information_schema.tables"
                + " where table_schema = 'public' and table_type = 'BASE TABLE' order by 1");
    }

    /** The tables in which the text stands, in whatever column. */
    List<String> holding(String text) throws SQLException {
        var found = new ArrayList<String>();
        var walled = column("select table_name from information_schema.columns where table_schema = 'public'"
                + " and column_name = 'tenant_id'");
        for (String table : tables()) {
            String ours = walled.contains(table) ? " and tenant_id = " + tenant : "";
            try (var statement = connection.prepareStatement(
                    "select count(*) from \"%s\" t where strpos(t::text, ?) > 0%s".formatted(table, ours))) {
                statement.setString(1, text);
                try (var rows = statement.executeQuery()) {
                    rows.next();
                    if (rows.getLong(1) > 0) found.add(table);
                }
            }
        }
        return found;
    }

    List<String> column(String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var found = new ArrayList<String>();
            while (rows.next()) found.add(rows.getString(1));
            return found;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
