package io.chaoxi.platform.file;

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
        for (StoredFile file : sql.ofAll(forgotten.ids())) {
            if (sql.delete(file.id())) folder.removeAfterCommit(folder.place(file.id(), file.at()));
        }
    }
}
