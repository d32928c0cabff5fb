package io.chaoxi.platform.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Reads and writes the rows of tables in PostgreSQL's text format, within the transaction of its connection. A walled
 * table is read for one firm after the other, as row-level security wants it of its owner too.
 */
final class TableRows {

    private static final int BUFFER = 1 << 16;

    /** What the text of a value depends on, and no limit of the server for short work. */
    private static final String SETTINGS = """
            set timezone = 'UTC'; set datestyle = 'ISO, YMD'; set intervalstyle = 'iso_8601';
            set extra_float_digits = 3; set bytea_output = 'hex'; set statement_timeout = 0; set lock_timeout = 0;
            set idle_in_transaction_session_timeout = 0""";

    private final Connection connection;
    private final CopyManager copy;

    TableRows(Connection connection) throws SQLException {
        this.connection = connection;
        this.copy = connection.unwrap(PGConnection.class).getCopyAPI();
    }

    /** Makes a session fit for reading and loading; before its first transaction. */
    static void prepare(Connection connection) throws SQLException {
        execute(connection, SETTINGS);
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    List<Long> firms() throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select id from tenant order by id")) {
            var firms = new ArrayList<Long>();
            while (rows.next()) firms.add(rows.getLong(1));
            return firms;
        }
    }

    void actFor(long firm) throws SQLException {
        execute(connection, "set local app.tenant = '" + firm + "'");
    }

    /** Writes all rows of the table to the stream and says what they were. */
    Manifest.Rows read(Table table, OutputStream out) throws SQLException, IOException {
        var digest = new RowDigest(new BufferedOutputStream(out, BUFFER));
        if (table.walled()) {
            for (long firm : firms()) {
                actFor(firm);
                copy.copyOut(
                        "copy (select %s from %s where tenant_id = %d) to stdout"
                                .formatted(table.quotedColumns(), table.quoted(), firm),
                        digest);
            }
        } else {
            copy.copyOut("copy %s (%s) to stdout".formatted(table.quoted(), table.quotedColumns()), digest);
        }
        digest.flush();
        return new Manifest.Rows(table.name(), table.columns(), digest.rows(), digest.hex());
    }

    /** Fills a table that was emptied in this transaction. */
    void write(Table table, InputStream in) throws SQLException, IOException {
        copy.copyIn(
                "copy %s (%s) from stdin with (freeze)".formatted(table.quoted(), table.quotedColumns()), in, BUFFER);
    }
}
