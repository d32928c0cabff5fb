package io.chaoxi.platform.job;

import chaoxi.tables.tables.records.JobRecord;
import chaoxi.tables.tables.records.JobRowRecord;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.chaoxi.platform.Ids;
import io.chaoxi.platform.Labels;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.rights.Actor;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Starts long work and tells how it goes. Only its maker sees a job. */
@Service
public class Jobs {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int SHOWN = 50;
    private static final int ROWS_AT_ONCE = 5_000;

    private final JobSql sql;
    private final JobRowSql rowSql;
    private final ObjectProvider<SchedulerClient> scheduler;
    private final ObjectProvider<JobKind> kinds;
    private final Labels labels;
    private final Clock clock;

    Jobs(
            JobSql sql,
            JobRowSql rowSql,
            ObjectProvider<SchedulerClient> scheduler,
            ObjectProvider<JobKind> kinds,
            Labels labels,
            Clock clock) {
        this.sql = sql;
        this.rowSql = rowSql;
        this.scheduler = scheduler;
        this.kinds = kinds;
        this.labels = labels;
        this.clock = clock;
    }

    /** Queues a job; it begins when the caller's transaction has committed. The arguments are kept as JSON. */
    @Transactional
    public UUID start(String kind, @Nullable String object, Object arguments) {
        return start(kind, object, arguments, List.of(), null);
    }

    /** The same for a job over an exact snapshot of records. */
    @Transactional
    public UUID start(String kind, @Nullable String object, Object arguments, List<UUID> records) {
        return start(kind, object, arguments, records, null);
    }

    private UUID start(
            String kind, @Nullable String object, Object arguments, List<UUID> records, @Nullable UUID undoes) {
        kind(kind);
        Actor actor = Acting.current();
        UUID id = Ids.next();
        sql.insert(id, kind, object, arguments, undoes);
        for (int from = 0; from < records.size(); from += ROWS_AT_ONCE) {
            rowSql.add(id, from + 1L, records.subList(from, Math.min(records.size(), from + ROWS_AT_ONCE)));
        }
        if (!records.isEmpty()) sql.reached(id, 0, (long) records.size(), null);
        var task = new TaskInstance<Void>(JobTasks.NAME, JobTasks.instance(actor, id));
        scheduler.getObject().scheduleIfNotExists(task, clock.instant());
        return id;
    }

    @Transactional(readOnly = true)
    public JobView get(UUID id) {
        return view(List.of(own(id))).getFirst();
    }

    /** The newest jobs of the acting person. */
    @Transactional(readOnly = true)
    public List<JobView> list(boolean open, @Nullable String kind) {
        return view(sql.list(open, kind == null ? null : List.of(kind), SHOWN));
    }

    /** The newest jobs of the acting person whose files he fetches in the download centre. */
    @Transactional(readOnly = true)
    public List<Line> downloads() {
        return lines(kinds.stream().filter(JobKind::download).map(JobKind::kind).toList());
    }

    /** A job with what it was asked for, for the histories of single kinds of work. */
    public record Line(JobView job, @Nullable String object, JsonNode arguments, boolean undone) {}

    /** The newest jobs of this kind by the acting person. */
    @Transactional(readOnly = true)
    public List<Line> lines(String kind) {
        return lines(List.of(kind));
    }

    private List<Line> lines(List<String> some) {
        var jobs = sql.list(false, some, SHOWN);
        var views = view(jobs);
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < jobs.size(); i++) {
            JobRecord job = jobs.get(i);
            JsonNode arguments = JSON.readTree(job.getArguments().data());
            lines.add(new Line(views.get(i), job.getObject(), arguments, job.getUndoneBy() != null));
        }
        return lines;
    }

    /** Asks an open job to stop after its present step; 409 when it has ended, or is owed to others. */
    @Transactional
    public void cancel(UUID id) {
        JobRecord job = own(id);
        if (open(job) && !kind(job.getKind()).cancellable()) throw Refusal.of(409, "jobOwed");
        if (!sql.cancel(job.getId())) throw Refusal.of(409, "jobEnded");
    }

    /** Takes back what a finished job did, record by record, as long work of its own; once. */
    @Transactional
    public JobView undo(UUID id) {
        JobRecord job = own(id);
        String right = kind(job.getKind()).right(job.getObject());
        if (right != null) Acting.current().require(right);
        if (!undoable(job)) throw Refusal.of(409, "notUndoable");
        UUID undo = start("undo", job.getObject(), Map.of("job", id.toString()), List.of(), id);
        if (!sql.undone(id, undo)) throw Refusal.of(409, "notUndoable");
        return get(undo);
    }

    /** What became of each row, from the one behind {@code after}. */
    @Transactional(readOnly = true)
    public List<Map<String, @Nullable Object>> rows(UUID id, @Nullable String state, long after, int limit) {
        JobRecord job = own(id);
        var found = rowSql.list(job.getId(), state, after, limit);
        var records = found.stream()
                .map(JobRowRecord::getRecordId)
                .filter(Objects::nonNull)
                .toList();
        var titles = kind(job.getKind()).titles(job.getObject(), records);
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (var row : found) {
            var shown = new java.util.LinkedHashMap<String, @Nullable Object>();
            shown.put("row", row.getRow());
            shown.put("id", row.getRecordId() == null ? null : row.getRecordId().toString());
            shown.put("label", row.getLabel() == null ? titles.get(row.getRecordId()) : row.getLabel());
            shown.put("state", row.getState());
            shown.put("code", row.getCode());
            shown.put("message", row.getMessage());
            rows.add(shown);
        }
        return rows;
    }

    private JobRecord own(UUID id) {
        return sql.find(id).orElseThrow(Refusal::notFound);
    }

    JobKind kind(String kind) {
        return known(kind).orElseThrow(() -> new IllegalArgumentException("No job kind " + kind));
    }

    Optional<JobKind> known(String kind) {
        return kinds.stream().filter(one -> one.kind().equals(kind)).findFirst();
    }

    /** What a job has done that will do no more. */
    @Nullable
    Map<String, @Nullable Object> soFar(UUID id) {
        return known(sql.kind(id))
                .map(kind -> kind.soFar(sql.place(id), rowSql.counts(id)))
                .orElse(null);
    }

    private boolean undoable(JobRecord job) {
        return kind(job.getKind()).undoable() && job.getUndoneBy() == null && !open(job);
    }

    private static boolean open(JobRecord job) {
        return List.of("queued", "running").contains(job.getState());
    }

    private List<JobView> view(List<JobRecord> jobs) {
        if (jobs.isEmpty()) return List.of();
        var files = sql.files(jobs.stream().map(JobRecord::getId).toList());
        return jobs.stream()
                .map(job -> new JobView(
                        job.getId(),
                        job.getKind(),
                        label(job),
                        job.getState(),
                        new JobView.Progress(job.getDone(), job.getTotal()),
                        job.getResult() == null
                                ? null
                                : JSON.readValue(job.getResult().data(), Object.class),
                        files.getOrDefault(job.getId(), List.of()),
                        job.getCreatedAt().toInstant(),
                        instant(job.getFinishedAt()),
                        undoable(job),
                        open(job) && kind(job.getKind()).cancellable(),
                        problem(job)))
                .toList();
    }

    /** What was ordered, in the reader's language. */
    private String label(JobRecord job) {
        Locale locale = Acting.current().locale();
        String key =
                kind(job.getKind()).label(() -> JSON.readTree(job.getArguments().data()));
        String object = Optional.ofNullable(job.getObject())
                .flatMap(one -> labels.find(one, "_objects"))
                .map(label -> label.in(locale).toLowerCase(locale))
                .orElse("");
        return labels.of("job", key).in(locale, Map.of("object", object));
    }

    /** The code that was kept, with its sentence in the reader's language. */
    private @Nullable Map<String, Object> problem(JobRecord job) {
        if (job.getProblem() == null) return null;
        JsonNode problem = JSON.readTree(job.getProblem().data());
        String code = problem.path("code").asString();
        Map<String, Object> arguments = new java.util.HashMap<>();
        problem.path("arguments")
                .properties()
                .forEach(one -> arguments.put(one.getKey(), one.getValue().asString()));
        String detail = labels.find("problem", code)
                .map(label -> label.in(Acting.current().locale(), arguments))
                .orElse(code);
        return Map.of("code", code, "detail", detail);
    }

    private static java.time.@Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
