package io.chaoxi.platform.backup;

import io.chaoxi.platform.database.DatabaseServer;
import io.chaoxi.platform.database.Migrations;
import io.chaoxi.platform.database.StartFailure;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Fills an empty database from a backup: schema of that day, rows, proof that they are the same, migrations since. */
final class Loading {

    private final BackupFile backup;
    private final Progress progress;

    Loading(BackupFile backup, Progress progress) {
        this.backup = backup;
        this.progress = progress;
    }

    void into(DatabaseServer server) throws SQLException, IOException {
        var owner = server.owner();
        var appRole = server.app().user();
        progress.now("正在建表", "making the tables");
        Migrations.migrateTo(owner, appRole, backup.manifest().migrations());
        try (var connection = owner.connect()) {
            TableRows.prepare(connection);
            connection.setAutoCommit(false);
            fill(connection);
            connection.commit();
        }
        progress.now("正在升级结构", "migrating");
        Migrations.migrate(owner, appRole);
        try (var connection = owner.connect()) {
            TableRows.prepare(connection);
            for (var table : Table.all(connection)) TableRows.execute(connection, "analyze " + table.quoted());
        }
    }

    /** In one transaction: full and right, or as empty as before. */
    private void fill(Connection connection) throws SQLException, IOException {
        var tables = tables(connection);
        var scaffold = Scaffold.takeDown(connection);
        TableRows.execute(
                connection, "truncate " + tables.stream().map(Table::quoted).collect(Collectors.joining(", ")));
        wall(connection, tables, "no force");
        var rows = new TableRows(connection);
        for (int i = 0; i < tables.size(); i++) {
            var table = tables.get(i);
            progress.now("正在载入 " + table.name(), "loading " + table.name());
            try (var in = backup.rows(written(table))) {
                rows.write(table, in);
            }
        }
        scaffold.putUp(connection, progress);
        for (var table : tables) prove(rows, table);
        wall(connection, tables, "force");
        sequences(connection);
    }

    /** Rows cannot be copied into a table whose wall holds its owner too; it stands again before anybody sees the rows. */
    private static void wall(Connection connection, List<Table> tables, String force) throws SQLException {
        for (var table : tables) {
            if (table.walled()) {
                TableRows.execute(connection, "alter table %s %s row level security".formatted(table.quoted(), force));
            }
        }
    }

    /** The tables of the backup as this schema has them; one that was nobody's business but its administrator's is left out. */
    private List<Table> tables(Connection connection) throws SQLException {
        var known = Table.all(connection).stream().collect(Collectors.toMap(Table::name, Function.identity()));
        var found = new ArrayList<Table>();
        for (var rows : backup.manifest().tables()) {
            var table = known.remove(rows.table());
            if (table == null) {
                progress.say(
                        "表 %s 不属于潮汐 CRM，没有恢复。".formatted(rows.table()),
                        "The table %s is none of Chaoxi CRM's and was left out.".formatted(rows.table()));
            } else if (new HashSet<>(table.columns()).equals(new HashSet<>(rows.columns()))) {
                found.add(table.with(rows.columns()));
            } else {
                throw differs(rows.table());
            }
        }
        if (!known.isEmpty()) throw differs(String.join(", ", known.keySet()));
        return found;
    }

    private void prove(TableRows rows, Table table) throws SQLException, IOException {
        progress.now("正在核对 " + table.name(), "checking " + table.name());
        if (!rows.read(table, OutputStream.nullOutputStream()).equals(written(table))) throw differs(table.name());
    }

    private Manifest.Rows written(Table table) {
        return backup.manifest().tables().stream()
                .filter(rows -> rows.table().equals(table.name()))
                .findFirst()
                .orElseThrow();
    }

    private StartFailure differs(String table) {
        return new StartFailure(
                "%s 里的表 %s 与清单不符，没有恢复：请用另一个备份。".formatted(backup.path(), table),
                "The table %s in %s is not what its manifest says; nothing was restored: use another backup."
                        .formatted(table, backup.path()));
    }

    private void sequences(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select setval(to_regclass(?), ?, ?)")) {
            for (var sequence : backup.manifest().sequences()) {
                statement.setString(1, "public.\"%s\"".formatted(sequence.name()));
                statement.setLong(2, sequence.value());
                statement.setBoolean(3, sequence.called());
                statement.execute();
            }
        }
    }
}
