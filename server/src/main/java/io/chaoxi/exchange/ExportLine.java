package io.chaoxi.exchange;

import io.chaoxi.platform.job.JobView;
import io.chaoxi.platform.job.Jobs;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An export in the download centre: its job, and what was asked for.
 *
 * @param chosen how many records were chosen one by one; 0 for all that {@code filter} and {@code q} find
 */
record ExportLine(
        UUID id,
        String kind,
        String label,
        String object,
        String filter,
        String q,
        int chosen,
        String state,
        JobView.Progress progress,
        @Nullable Object result,
        List<JobView.JobFile> files,
        Instant createdAt,
        @Nullable Instant finishedAt,
        boolean undoable,
        @Nullable Map<String, Object> problem) {

    static ExportLine of(Jobs.Line line) {
        JobView job = line.job();
        var asked = line.arguments();
        return new ExportLine(
                job.id(),
                job.kind(),
                job.label(),
                String.valueOf(line.object()),
                asked.path("filter").asString(""),
                asked.path("q").asString(""),
                asked.path("ids").size(),
                job.state(),
                job.progress(),
                job.result(),
                job.files(),
                job.createdAt(),
                job.finishedAt(),
                job.undoable(),
                job.problem());
    }
}
