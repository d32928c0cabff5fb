package io.chaoxi.platform.backup;

import io.chaoxi.platform.database.DatabaseServer;
import io.chaoxi.platform.database.StartFailure;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/** Where a restore goes: an embedded database, made anew beside the old one, or a database of one's own, emptied first. */
sealed interface Target extends AutoCloseable permits StagedHome, NamedDatabase {

    /**
     * Makes an empty database ready to be filled. Refused while the application runs, and where there is data already
     * unless it may be replaced; that is kept aside.
     */
    DatabaseServer begin(boolean replace) throws SQLException, IOException;

    /** What was made takes its place. */
    void end() throws SQLException, IOException;

    /** Goes on where an end was broken off. */
    void endAgain() throws SQLException, IOException;

    @Override
    void close() throws IOException;

    /** Whether somebody set up a firm here. */
    static boolean used(Connection connection) throws SQLException {
        return yes(connection, "select to_regclass('public.tenant') is not null")
                && yes(connection, "select exists (select from public.tenant)");
    }

    static boolean yes(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery(question)) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    static StartFailure notEmpty(String what) {
        return new StartFailure(
                "%s 里已经有数据，没有动它：要用备份换掉它，加上 --replace（原来的会留在一边）。".formatted(what),
                "There is data in %s already, which was left alone: to put the backup in its place add --replace (what is there is kept aside)."
                        .formatted(what));
    }
}
