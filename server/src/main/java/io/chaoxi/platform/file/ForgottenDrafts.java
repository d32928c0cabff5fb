package io.chaoxi.platform.file;

import io.chaoxi.platform.housekeeping.Chore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.springframework.stereotype.Component;

/** Removes files in the making that nobody makes any more: what uploads and jobs of killed programs left. */
@Component
class ForgottenDrafts implements Chore {
    private static final Duration KEPT = Duration.ofDays(2);

    private final FileFolder folder;

    ForgottenDrafts(FileFolder folder) {
        this.folder = folder;
    }

    @Override
    public String name() {
        return "files in the making";
    }

    @Override
    public int clear(OffsetDateTime now) {
        if (!Files.isDirectory(folder.drafts())) return 0;
        var limit = FileTime.from(now.minus(KEPT).toInstant());
        int cleared = 0;
        try (var drafts = Files.newDirectoryStream(folder.drafts())) {
            for (Path draft : drafts) {
                if (Files.getLastModifiedTime(draft).compareTo(limit) > 0) continue;
                FileFolder.remove(draft);
                cleared++;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return cleared;
    }
}
