package io.chaoxi.platform.file;

import static chaoxi.tables.Tables.STORED_FILE;

import io.chaoxi.platform.housekeeping.Chore;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Files that jobs made stay for thirty days; a thousand are cleared in one round. */
@Component
class OldJobFiles implements Chore {
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int MOST = 1_000;

    private final DSLContext database;
    private final FileSql sql;
    private final FileFolder folder;

    OldJobFiles(DSLContext database, FileSql sql, FileFolder folder) {
        this.database = database;
        this.sql = sql;
        this.folder = folder;
    }

    @Override
    public String name() {
        return "files of jobs";
    }

    @Override
    public int clear(OffsetDateTime now) {
        var old = database.select(STORED_FILE.ID, STORED_FILE.AT)
                .from(STORED_FILE)
                .where(STORED_FILE.JOB_ID.isNotNull())
                .and(STORED_FILE.DELETED_AT.isNull())
                .and(STORED_FILE.AT.lt(now.minus(KEPT)))
                .limit(MOST)
                .fetch();
        for (var file : old) {
            if (!sql.delete(file.value1())) continue;
            folder.removeAfterCommit(folder.place(file.value1(), file.value2().toInstant()));
        }
        return old.size();
    }
}
