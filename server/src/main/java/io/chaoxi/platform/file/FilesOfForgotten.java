package io.chaoxi.platform.file;

import static chaoxi.tables.Tables.STORED_FILE;

import io.chaoxi.platform.record.RecordsForgotten;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The files of records that are gone for good go too, from the disk once that is certain. */
@Component
class FilesOfForgotten {
    private final FileSql sql;
    private final FileFolder folder;

    FilesOfForgotten(FileSql sql, FileFolder folder) {
        this.sql = sql;
        this.folder = folder;
    }

    @EventListener
    void on(RecordsForgotten forgotten) {
        for (StoredFile file : sql.forget(STORED_FILE.RECORD_ID.in(forgotten.ids()))) {
            folder.removeAfterCommit(folder.place(file.id(), file.at()));
        }
    }
}
