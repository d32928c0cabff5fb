package io.chaoxi.platform.job;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A job as its maker sees it. {@code total} is null until it is known. */
public record JobView(
        UUID id,
        String kind,
        String label,
        String state,
        Progress progress,
        @Nullable Object result,
        List<JobFile> files,
        Instant createdAt,
        @Nullable Instant finishedAt,
        boolean undoable,
        boolean cancellable,
        @Nullable Map<String, Object> problem) {

    /** How many of how many. */
    public record Progress(long done, @Nullable Long total) {}

    /** A file that the job made. */
    public record JobFile(UUID id, String name, long size) {}
}
