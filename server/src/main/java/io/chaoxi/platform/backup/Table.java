package io.chaoxi.platform.backup;

import io.chaoxi.platform.database.UnfinishedRestore;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table of the installation.
 *
 * @param walled whether row-level security stands around it
 * @param columns in the order in which a backup holds them, which need not be the table's
 */
record Table(String name, boolean walled, List<String> columns) {

    /** Sign-ins end with a restore; the history of the schema is written by the migrations themselves. */
    private static final List<String> LEFT_OUT =
            List.of("session", "half_sign_in", "provider_attempt", "flyway_schema_history", UnfinishedRestore.TABLE);

    /** Whoever migrated; on a server of one's own others may have tables beside ours. */
    static final String OWNER = "(select relowner from pg_class where oid = 'public.flyway_schema_history'::regclass)";

    private static final String ALL = """
            select c.relname, c.relrowsecurity,
                   array(select a.attname::text from pg_attribute a
                         where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                         order by a.attnum)
            from pg_class c
            where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
              and c.relowner = %s
            order by c.relname""".formatted(OWNER);

    static List<Table> all(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(ALL)) {
            var tables = new ArrayList<Table>();
            while (rows.next()) {
                var columns = List.of((String[]) rows.getArray(3).getArray());
                var table = new Table(rows.getString(1), rows.getBoolean(2), columns);
                if (!LEFT_OUT.contains(table.name())) tables.add(table);
            }
            return tables;
        }
    }

    Table with(List<String> order) {
        return new Table(name, walled, order);
    }

    String quoted() {
        return quote(name);
    }

    String quotedColumns() {
        return columns.stream().map(Table::quote).collect(Collectors.joining(", "));
    }

    private static String quote(String identifier) {
        return "\"" + identifier.replace("\"", "\"\"") + "\"";
    }
}
