package io.chaoxi.task;

import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.Catalogue;
import io.chaoxi.platform.record.RecordFinding;
import io.chaoxi.platform.record.RecordLabels;
import io.chaoxi.platform.record.RecordReading.Found;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes up a task of which something is to become, so that of several who do it at once each finds what the last one left. */
@Component
class TaskTaking {
    private final RecordFinding finding;
    private final RecordLabels labels;

    TaskTaking(RecordFinding finding, RecordLabels labels) {
        this.finding = finding;
        this.labels = labels;
    }

    /** Whoever finishes the same task at this moment waits, and finds it finished. */
    Found seen(Catalogue tasks, UUID id) {
        tasks.actor().require("task.update");
        finding.findToWrite(tasks, id);
        return finding.locked(tasks, id).orElseThrow(Refusal::notFound);
    }

    /** The same for one that is open, in the version that was seen. */
    Found open(Catalogue tasks, UUID id, @Nullable Long version) {
        Found task = seen(tasks, id);
        Object status = task.values().get("status");
        if (TaskStatus.DONE.equals(status)) throw doneBy((UUID) task.values().get("doneBy"));
        if (!TaskStatus.OPEN.equals(status)) throw Refusal.of(409, "taskCancelled");
        if (version != null && task.version() != version) throw Refusal.stale(task.version());
        return task;
    }

    private Refusal doneBy(@Nullable UUID person) {
        String name = person == null ? "" : labels.of("person", List.of(person)).getOrDefault(person, "");
        return Refusal.of(409, "taskDone", Map.of("by", Objects.requireNonNull(name)));
    }
}
