package io.chaoxi.platform.record;

import chaoxi.tables.tables.records.ChangeRecord;
import io.chaoxi.platform.job.JobKind;
import io.chaoxi.platform.job.JobRows;
import io.chaoxi.platform.job.JobRun;
import io.chaoxi.platform.problem.Refusal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes back what a job did, by the history it wrote: what it made goes to the recycle bin, what it deleted comes back,
 * what it changed gets its former values. A record that somebody touched since is left alone and counted as refused; what
 * an undo before this one took back is counted as done.
 */
@Service
class UndoJob implements JobKind {
    private static final int STEP = 500;
    private static final int COUNTED = 50_000;
    private static final Set<String> MAKING = Set.of("created", "imported");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Catalogues catalogues;
    private final RecordWriting writing;
    private final HistorySql history;
    private final RecordLabels labels;
    private final JobRows rows;
    private final TransactionTemplate savepoint;

    UndoJob(
            Catalogues catalogues,
            RecordWriting writing,
            HistorySql history,
            RecordLabels labels,
            JobRows rows,
            PlatformTransactionManager transactions) {
        this.catalogues = catalogues;
        this.writing = writing;
        this.history = history;
        this.labels = labels;
        this.rows = rows;
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    @Override
    public String kind() {
        return "undo";
    }

    /** How far the undo came, of how many lines of the history. */
    private record Place(
            @Nullable UUID after,
            long done,
            long refused,
            @Nullable Long total) {
        long treated() {
            return done + refused;
        }

        Map<String, @Nullable Object> result() {
            return Map.of("done", done, "refused", refused);
        }
    }

    @Override
    public Map<String, @Nullable Object> run(JobRun run) {
        UUID job = UUID.fromString(run.arguments().path("job").asString());
        JsonNode kept = run.place();
        Place place = kept == null ? run.step(() -> begin(run, job)) : JSON.treeToValue(kept, Place.class);
        while (true) {
            Place from = place;
            place = run.step(() -> batch(run, job, from));
            if (place.treated() < from.treated() + STEP) return place.result();
        }
    }

    /** The job has ended, so what it wrote is counted once; of a larger one the number of rows that it treated is told. */
    private Place begin(JobRun run, UUID job) {
        long counted = history.countOfJob(job, COUNTED + 1);
        Place begin = new Place(null, 0, 0, counted > COUNTED ? Math.max(counted, run.treatedBy(job)) : counted);
        run.reached(0, begin.total(), begin);
        return begin;
    }

    @Override
    public Map<String, @Nullable Object> soFar(@Nullable JsonNode place, Map<String, Integer> ended) {
        return (place == null ? new Place(null, 0, 0, null) : JSON.treeToValue(place, Place.class)).result();
    }

    private Place batch(JobRun run, UUID job, Place from) {
        List<ChangeRecord> lines = history.ofJob(job, from.after(), STEP);
        if (lines.isEmpty()) {
            run.finished(from.result());
            return from;
        }
        var how = new Writing("undone", run.id(), Duplicates.SEEN);
        List<UUID> undos = run.undos();
        List<UUID> own = new ArrayList<>(undos);
        own.add(job);
        List<JobRows.Refused> refused = new ArrayList<>();
        for (var ofObject : lines.stream()
                .collect(Collectors.groupingBy(ChangeRecord::getObject))
                .entrySet()) {
            Catalogue catalogue = catalogues.of(ofObject.getKey());
            var left = takeBack(catalogue, ofObject.getValue(), how, own);
            left.keySet().removeAll(history.writtenBy(undos, left.keySet()));
            long before = from.refused() + refused.size();
            refused.addAll(told(catalogue, left, before));
        }
        rows.refuse(run, refused);
        long done = from.done() + lines.size() - refused.size();
        Place reached = new Place(lines.getLast().getId(), done, from.refused() + refused.size(), from.total());
        run.reached(reached.treated(), reached.total(), reached);
        if (lines.size() < STEP) run.finished(reached.result());
        return reached;
    }

    private List<JobRows.Refused> told(Catalogue catalogue, Map<UUID, Refusal> left, long before) {
        var titles = labels.of(catalogue.type().object(), left.keySet());
        List<JobRows.Refused> told = new ArrayList<>();
        left.forEach((record, refusal) -> told.add(new JobRows.Refused(
                before + told.size() + 1,
                titles.getOrDefault(record, ""),
                refusal.code(),
                rows.sentence(refusal),
                List.of())));
        return told;
    }

    /** Takes back what is not outdated, later lines of a record before earlier ones; answers what was left, and why. */
    private Map<UUID, Refusal> takeBack(Catalogue catalogue, List<ChangeRecord> lines, Writing how, List<UUID> jobs) {
        var outdated = history.outdated(lines, jobs);
        var left = new LinkedHashMap<UUID, Refusal>();
        List<UUID> made = new ArrayList<>();
        for (ChangeRecord line : lines) {
            if (outdated.contains(line.getId())) left.put(line.getRecordId(), Refusal.of(409, "touchedSince"));
            else if (MAKING.contains(line.getKind())) made.add(line.getRecordId());
            else takenBack(catalogue, line, how).ifPresent(refusal -> left.put(line.getRecordId(), refusal));
        }
        if (made.isEmpty()) return left;
        String delete = catalogue.type().object() + ".delete";
        if (!catalogue.actor().may(delete)) {
            made.forEach(id -> left.put(id, Refusal.forbidden(delete)));
            return left;
        }
        var staying = catalogue.type().rules().staying(made);
        left.putAll(staying);
        var going = without(made, staying.keySet());
        unmade(catalogue, going, how).forEach(id -> left.put(id, Refusal.notFound()));
        return left;
    }

    /** What he made is in his charge, or waits where he put it, in a pool of his; answers what is neither. */
    private List<UUID> unmade(Catalogue catalogue, List<UUID> made, Writing how) {
        RecordType type = catalogue.type();
        var own = RecordScope.own(type, catalogue.actor());
        var left = without(made, writing.deleteAll(catalogue, own, made, how));
        if (left.isEmpty() || !type.pooled()) return left;
        var pools = RecordScope.inPools(type, catalogue.actor());
        return without(left, writing.deleteAll(catalogue, pools, left, how));
    }

    private static List<UUID> without(List<UUID> all, Collection<UUID> some) {
        var gone = new HashSet<>(some);
        return all.stream().filter(id -> !gone.contains(id)).toList();
    }

    private Optional<Refusal> takenBack(Catalogue catalogue, ChangeRecord line, Writing how) {
        try {
            savepoint.executeWithoutResult(status -> takeBack(catalogue, line, how));
            return Optional.empty();
        } catch (Refusal refusal) {
            return Optional.of(refusal);
        }
    }

    private void takeBack(Catalogue catalogue, ChangeRecord line, Writing how) {
        UUID id = line.getRecordId();
        switch (line.getKind()) {
            case "deleted" -> writing.restore(catalogue, id, how);
            case "restored" -> writing.delete(catalogue, id, how);
            default -> writing.change(catalogue, id, null, former(catalogue, line), how);
        }
    }

    private static Map<String, @Nullable Object> former(Catalogue catalogue, ChangeRecord line) {
        var patch = new HashMap<String, @Nullable Object>();
        if (line.getChanges() == null) return patch;
        for (JsonNode change : JSON.readTree(line.getChanges().data())) {
            if (!change.has("from")) continue;
            String name = change.path("field").asString();
            catalogue.visible(name).ifPresent(field -> patch.put(name, HistoryLines.stored(field, change.get("from"))));
        }
        return patch;
    }
}
