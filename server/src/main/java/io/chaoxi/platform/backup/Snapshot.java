package io.chaoxi.platform.backup;

import io.chaoxi.platform.database.DatabaseAccount;
import io.chaoxi.platform.database.StartFailure;
import io.chaoxi.platform.file.FilePlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** Writes an installation as it is at one moment into an archive; others go on reading and writing meanwhile. */
final class Snapshot {

    private static final int FETCH = 1_000;
    private static final String KEPT = "select id, at from stored_file where tenant_id = ? and deleted_at is null";
    private static final String MIGRATIONS = "select version from public.flyway_schema_history"
            + " where success and version is not null and type <> 'BASELINE' order by installed_rank";
    private static final String SEQUENCES = "select c.relname from pg_class c"
            + " where c.relnamespace = 'public'::regnamespace and c.relkind = 'S' and c.relowner = " + Table.OWNER
            + " order by 1";

    private final Installation installation;
    private final Connection connection;
    private final TableRows rows;
    private final Archive archive;
    private final Progress progress;

    private Snapshot(Installation installation, Connection connection, Archive archive, Progress progress)
            throws SQLException {
        this.installation = installation;
        this.connection = connection;
        this.rows = new TableRows(connection);
        this.archive = archive;
        this.progress = progress;
    }

    /** Takes it as the owner of the tables and seals the archive. */
    static Manifest take(Installation installation, DatabaseAccount owner, Archive archive, Progress progress)
            throws SQLException, IOException {
        try (var connection = owner.connect()) {
            TableRows.prepare(connection);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            refuseEmpty(connection, owner);
            return new Snapshot(installation, connection, archive, progress).write();
        }
    }

    private static void refuseEmpty(Connection connection, DatabaseAccount owner) throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery("select to_regclass('public.flyway_schema_history') is not null")) {
            if (found.next() && found.getBoolean(1)) return;
        }
        throw new StartFailure(
                "%s 里没有潮汐 CRM 的数据。".formatted(owner), "There is no data of Chaoxi CRM in %s.".formatted(owner));
    }

    private Manifest write() throws SQLException, IOException {
        // First of all: what is deleted meanwhile leaves the disk.
        var kept = files();
        var tables = tables();
        boolean keyInside = key();
        var manifest = new Manifest(
                Manifest.FORMAT,
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                "PostgreSQL " + connection.getMetaData().getDatabaseProductVersion(),
                texts(MIGRATIONS),
                tables,
                sequences(),
                kept,
                installation.keyDigest(),
                keyInside);
        try (var entry = archive.entry(Archive.MANIFEST)) {
            entry.write(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
        }
        archive.seal();
        return manifest;
    }

    private List<Manifest.Rows> tables() throws SQLException, IOException {
        var tables = new ArrayList<Manifest.Rows>();
        for (var table : Table.all(connection)) {
            progress.now("正在备份 " + table.name(), "backing up " + table.name());
            try (var entry = archive.entry(Archive.TABLES + table.name() + ".copy")) {
                tables.add(rows.read(table, entry));
            }
        }
        return tables;
    }

    private boolean key() throws IOException {
        if (!installation.holdsKey()) return false;
        try (var entry = archive.entry(Archive.KEY)) {
            Files.copy(installation.keyFile(), entry);
        }
        return true;
    }

    private Manifest.Kept files() throws SQLException, IOException {
        var kept = new Manifest.Kept(0, 0, 0);
        for (long firm : rows.firms()) {
            rows.actFor(firm);
            try (var query = connection.prepareStatement(KEPT)) {
                query.setFetchSize(FETCH);
                query.setLong(1, firm);
                var found = query.executeQuery();
                while (found.next()) {
                    var at = found.getObject(2, OffsetDateTime.class).toInstant();
                    kept = kept.and(file(FilePlace.of(firm, found.getObject(1, UUID.class), at)));
                    progress.now("正在备份文件 " + kept.count(), "backing up file " + kept.count());
                }
            }
        }
        return kept;
    }

    /** The bytes taken; -1 when the file is not there. */
    private long file(Path place) throws IOException {
        try (var in = Files.newInputStream(installation.files().resolve(place));
                var entry = archive.entry(Archive.FILES + place)) {
            return in.transferTo(entry);
        } catch (NoSuchFileException gone) {
            return -1;
        }
    }

    private List<Manifest.Sequence> sequences() throws SQLException {
        var sequences = new ArrayList<Manifest.Sequence>();
        for (String name : texts(SEQUENCES)) {
            try (var statement = connection.createStatement();
                    var row =
                            statement.executeQuery("select last_value, is_called from public.\"%s\"".formatted(name))) {
                row.next();
                sequences.add(new Manifest.Sequence(name, row.getLong(1), row.getBoolean(2)));
            }
        }
        return sequences;
    }

    private List<String> texts(String query) throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(query)) {
            var texts = new ArrayList<String>();
            while (found.next()) texts.add(found.getString(1));
            return texts;
        }
    }
}
