package io.chaoxi.platform.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Foreign keys and plain indexes, which stand in the way of loading: taken down before and put up afterwards, when one
 * pass over the rows builds and checks what would otherwise be done row by row.
 *
 * @param again the statements that put them up
 */
record Scaffold(List<String> again) {

    private static final String INDEXES = """
            select format('drop index %%s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid)
            from pg_index i join pg_class t on t.oid = i.indrelid
            where t.relnamespace = 'public'::regnamespace and t.relowner = %s
              and t.oid <> 'public.flyway_schema_history'::regclass
              and not exists (select from pg_constraint c where c.conindid = i.indexrelid)
            order by 1""".formatted(Table.OWNER);

    private static final String FOREIGN_KEYS = """
            select format('alter table %%s drop constraint %%I', c.conrelid::regclass, c.conname),
                   format('alter table %%s add constraint %%I %%s', c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid))
            from pg_constraint c join pg_class t on t.oid = c.conrelid
            where c.contype = 'f' and t.relnamespace = 'public'::regnamespace and t.relowner = %s
            order by 1""".formatted(Table.OWNER);

    static Scaffold takeDown(Connection connection) throws SQLException {
        var again = new ArrayList<String>();
        for (String query : List.of(INDEXES, FOREIGN_KEYS)) {
            var down = new ArrayList<String>();
            try (var statement = connection.createStatement();
                    var pairs = statement.executeQuery(query)) {
                while (pairs.next()) {
                    down.add(pairs.getString(1));
                    again.add(pairs.getString(2));
                }
            }
            for (String sql : down) TableRows.execute(connection, sql);
        }
        return new Scaffold(again);
    }

    void putUp(Connection connection, Progress progress) throws SQLException {
        TableRows.execute(connection, "set local maintenance_work_mem = '256MB'");
        int done = 0;
        for (String sql : again) {
            done++;
            progress.now(
                    "正在建索引、核对引用 %d/%d".formatted(done, again.size()),
                    "building indexes, checking references %d/%d".formatted(done, again.size()));
            TableRows.execute(connection, sql);
        }
    }
}
