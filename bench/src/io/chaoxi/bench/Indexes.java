package io.chaoxi.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The indexes of a table but for its key; filling drops them and makes them again. */
record Indexes(String name, String definition) {

    static List<Indexes> of(Connection connection, String table) throws SQLException {
        var found = new ArrayList<Indexes>();
        try (var query = connection.prepareStatement("""
                select indexrelid::regclass::text, pg_get_indexdef(indexrelid) from pg_index
                where indrelid = ?::regclass and not indisprimary""")) {
            query.setString(1, table);
            var rows = query.executeQuery();
            while (rows.next()) found.add(new Indexes(rows.getString(1), rows.getString(2)));
        }
        return found;
    }
}
