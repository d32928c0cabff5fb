package io.chaoxi.platform.file;

import io.chaoxi.platform.housekeeping.Chore;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.springframework.stereotype.Component;

/** Uploads for a field wait two days for their record, as long as somebody may come back to a form; then they are cleared. */
@Component
class ForgottenUploads implements Chore {
    private static final Duration KEPT = Duration.ofDays(2);
    private static final int MOST = 1_000;

    private final FileSql sql;
    private final FileFolder folder;

    ForgottenUploads(FileSql sql, FileFolder folder) {
        this.sql = sql;
        this.folder = folder;
    }

    @Override
    public String name() {
        return "uploads without a record";
    }

    @Override
    public int clear(OffsetDateTime now) {
        int cleared = 0;
        for (StoredFile file : sql.waiting(now.minus(KEPT), MOST)) {
            if (!sql.deleteWaiting(file.id())) continue;
            folder.removeAfterCommit(folder.place(file.id(), file.at()));
            cleared++;
        }
        return cleared;
    }
}
