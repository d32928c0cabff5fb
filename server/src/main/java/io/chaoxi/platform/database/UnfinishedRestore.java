package io.chaoxi.platform.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * A restore that is going on or was broken off. As long as its mark stands the installation is not whole and nobody starts
 * or backs it up: a file of the home while folders change places, a table while a database of one's own is filled.
 */
public final class UnfinishedRestore {

    public static final String TABLE = "restore_unfinished";

    private UnfinishedRestore() {}

    /** Where a restore makes what will be the home's. */
    public static Path staging(Path home) {
        return home.resolve("restore");
    }

    /** Stands once all is made and as long as it has not taken its place. */
    public static Path ready(Path home) {
        return staging(home).resolve("ready");
    }

    /** Refuses a home whose folders are changing places. */
    public static void refuse(Path home) {
        if (Files.exists(ready(home))) throw unfinished(home.toString());
    }

    /** Refuses a database that is half filled. */
    public static void refuse(DatabaseAccount owner) {
        try (var connection = owner.connect()) {
            if (marked(connection)) throw unfinished(owner.url());
        } catch (SQLException e) {
            throw DatabaseUnreachable.because(owner, "CRM_DB_OWNER_USER / CRM_DB_OWNER_PASSWORD", e);
        }
    }

    public static boolean marked(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement("select to_regclass(?) is not null")) {
            query.setString(1, "public." + TABLE);
            var answer = query.executeQuery();
            return answer.next() && answer.getBoolean(1);
        }
    }

    private static StartFailure unfinished(String what) {
        return new StartFailure(
                "%s 正在恢复备份，或恢复没有做完：等它做完；中断了的，再执行一次 ./crm restore 文件。".formatted(what),
                "A restore of %s is going on or was broken off: wait for its end, or run ./crm restore FILE again."
                        .formatted(what));
    }
}
