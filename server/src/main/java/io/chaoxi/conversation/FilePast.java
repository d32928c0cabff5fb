package io.chaoxi.conversation;

import io.chaoxi.platform.file.StoredFiles;
import io.chaoxi.platform.record.Catalogue;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What was attached to a record. */
@Component
@Order(3)
class FilePast implements PastSource {
    private final StoredFiles files;
    private final Entries entries;

    FilePast(StoredFiles files, Entries entries) {
        this.files = files;
        this.entries = entries;
    }

    @Override
    public String type() {
        return "file";
    }

    @Override
    public List<Entry> of(Catalogue catalogue, UUID record, @Nullable Moment before, int rows) {
        UUID bound = before == null ? null : before.bound();
        return Entries.placed(entries.files(files.of(catalogue, record, bound, rows), "mediaType"));
    }
}
