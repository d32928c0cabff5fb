package io.chaoxi.task;

import static chaoxi.tables.Tables.TASK;

import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.Catalogue;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.Duplicates;
import io.chaoxi.platform.record.RecordReading;
import io.chaoxi.platform.record.RecordReading.Found;
import io.chaoxi.platform.record.RecordWriting;
import io.chaoxi.platform.record.Writing;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of tasks: done, cancelled, open again. */
@Service
class Tasks {
    private final Catalogues catalogues;
    private final TaskTaking taking;
    private final RecordReading reading;
    private final RecordWriting writing;
    private final Series series;
    private final TaskSql sql;
    private final Clock clock;

    Tasks(
            Catalogues catalogues,
            TaskTaking taking,
            RecordReading reading,
            RecordWriting writing,
            Series series,
            TaskSql sql,
            Clock clock) {
        this.catalogues = catalogues;
        this.taking = taking;
        this.reading = reading;
        this.writing = writing;
        this.series = series;
        this.sql = sql;
        this.clock = clock;
    }

    /** A task as it stands now, and how its series goes on. */
    record Finished(Map<String, @Nullable Object> task, Coming next) {}

    /**
     * Of several at once one does it; the others get 409 {@code taskDone} with who it was. {@code result} null leaves what
     * stands there.
     *
     * @param version that was seen; null for whatever it is
     */
    @Transactional
    public Finished done(UUID id, @Nullable Long version, @Nullable String result, @Nullable UUID job) {
        Catalogue tasks = catalogues.of("task");
        Found task = taking.open(tasks, id, version);
        var patch = new HashMap<String, @Nullable Object>();
        patch.put("status", TaskStatus.DONE);
        patch.put("doneAt", clock.instant().truncatedTo(ChronoUnit.MICROS));
        patch.put("doneBy", tasks.actor().person());
        if (result != null) {
            requireWritable(tasks, "result", "result");
            patch.put("result", result);
        }
        write(tasks, task, patch, "finished", job);
        return finished(tasks, id, series.behind(tasks, id, job));
    }

    /** Of a series the next one comes all the same, unless the whole series is to end. */
    @Transactional
    public Finished cancel(UUID id, long version, String reason, boolean all) {
        Catalogue tasks = catalogues.of("task");
        Found task = taking.open(tasks, id, version);
        var patch = new HashMap<String, @Nullable Object>();
        patch.put("status", TaskStatus.CANCELLED);
        patch.put("cancelReason", reason);
        if (all) {
            requireWritable(tasks, "repeatUnit", "series");
            patch.put("repeatUnit", null);
        }
        write(tasks, task, patch, "cancelled", null);
        return finished(tasks, id, series.behind(tasks, id, null));
    }

    /** What an act writes besides takes the right to write it by hand. */
    private static void requireWritable(Catalogue tasks, String field, String said) {
        boolean writable = tasks.visible(field).filter(tasks::writable).isPresent();
        if (!writable) throw Refusal.field(said, "fieldNotWritable");
    }

    /** 409 {@code taskOpen} for one that is; what came behind it in its series stays. */
    @Transactional
    public Finished reopen(UUID id, long version) {
        Catalogue tasks = catalogues.of("task");
        Found task = taking.seen(tasks, id);
        if (TaskStatus.OPEN.equals(task.values().get("status"))) throw Refusal.of(409, "taskOpen");
        if (task.version() != version) throw Refusal.stale(task.version());
        if (sql.cadenceGoesOnWithout(id)) throw Refusal.of(409, "cadenceGoesOn");
        var patch = new HashMap<String, @Nullable Object>();
        patch.put("status", TaskStatus.OPEN);
        for (String field : List.of("doneAt", "doneBy", "cancelReason")) patch.put(field, null);
        write(tasks, task, patch, "reopened", null);
        sql.follow(TASK.ID.eq(id));
        return finished(tasks, id, Coming.NOTHING);
    }

    private void write(
            Catalogue tasks, Found task, Map<String, @Nullable Object> patch, String kind, @Nullable UUID job) {
        writing.change(tasks, task.id(), task.version(), patch, new Writing(kind, job, Duplicates.SEEN));
    }

    private Finished finished(Catalogue tasks, UUID id, Coming next) {
        return new Finished(reading.written(tasks, id), next);
    }
}
