package io.chaoxi.exchange;

import io.chaoxi.exchange.ImportReading.Terms;
import io.chaoxi.platform.job.JobRows.Refused;
import io.chaoxi.platform.problem.FieldError;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.Duplicates;
import io.chaoxi.platform.record.RecordFinding;
import io.chaoxi.platform.record.RecordMatching;
import io.chaoxi.platform.record.RecordMatching.Known;
import io.chaoxi.platform.record.RecordWriting;
import io.chaoxi.platform.record.Writing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes a chunk of rows by the rules of its import, in the transaction of the step that calls it. */
@Component
class ImportWriting {
    private final ImportReading reading;
    private final RecordFinding finding;
    private final RecordWriting writing;
    private final RowFaults faults;
    private final TransactionTemplate savepoint;

    ImportWriting(
            ImportReading reading,
            RecordFinding finding,
            RecordWriting writing,
            RowFaults faults,
            PlatformTransactionManager transactions) {
        this.reading = reading;
        this.finding = finding;
        this.writing = writing;
        this.faults = faults;
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** A chunk on its way: what is counted and refused so far. */
    private record Chunk(Terms terms, UUID job, ImportCounts.Tally tally, List<Refused> refused) {}

    /** Writes what can be written and answers with the rows that could not. */
    List<Refused> write(Terms terms, UUID job, List<ImportRow> rows, ImportCounts.Tally tally) {
        var chunk = new Chunk(terms, job, tally, new ArrayList<>());
        terms.matching().ifPresent(RecordMatching::lock);
        List<ImportRow> pending = new ArrayList<>();
        for (ImportRow row : rows) {
            if (row.faulty()) refuse(chunk, row, row.errors());
            else pending.add(row);
        }
        while (!pending.isEmpty()) pending = wave(chunk, pending);
        return chunk.refused();
    }

    /** Treats the rows that share no key with one before them; the others wait, until that one is written or refused. */
    private List<ImportRow> wave(Chunk chunk, List<ImportRow> pending) {
        Set<RecordMatching.Key> taken = new HashSet<>();
        List<ImportRow> now = new ArrayList<>();
        List<ImportRow> later = new ArrayList<>();
        for (ImportRow row : pending) {
            boolean free = row.keys().stream().noneMatch(taken::contains);
            (free ? now : later).add(row);
            taken.addAll(row.keys());
        }
        var known = reading.known(chunk.terms(), now);
        List<ImportRow> fresh = new ArrayList<>();
        for (ImportRow row : now) {
            List<Known> same = row.among(known, chunk.terms()::opens);
            if (same.isEmpty()) fresh.add(row);
            else meet(chunk, row, same);
        }
        create(chunk, fresh);
        return later;
    }

    private void meet(Chunk chunk, ImportRow row, List<Known> same) {
        Policy policy = chunk.terms().policy();
        if (policy == Policy.SKIP) {
            chunk.tally().skipped++;
        } else if (policy == Policy.REFUSE) {
            refuse(chunk, row, List.of(duplicate("duplicateStays", same)));
        } else if (same.size() > 1) {
            refuse(chunk, row, List.of(duplicate("duplicateSeveral", same)));
        } else if (!same.getFirst().inReach()) {
            refuse(chunk, row, List.of(duplicate("duplicateOutOfReach", same)));
        } else {
            change(chunk, row, same.getFirst().id());
        }
    }

    static FieldError duplicate(String code, List<Known> same) {
        Known first = same.getFirst();
        String owner = first.owner() == null ? "" : first.owner();
        return new FieldError("", code, Map.of("name", first.label(), "owner", owner));
    }

    private void change(Chunk chunk, ImportRow row, UUID id) {
        try {
            savepoint.executeWithoutResult(status -> {
                var catalogue = chunk.terms().catalogue();
                var found = finding.find(catalogue, id);
                var patch = patch(chunk.terms().policy(), row.values(), found.values());
                long version = writing.change(
                        catalogue, id, found.version(), patch, new Writing(null, chunk.job(), Duplicates.COMPARED));
                count(chunk, version != found.version());
            });
        } catch (Refusal refusal) {
            refuse(chunk, row, ImportReading.errors(refusal));
        }
    }

    private static void count(Chunk chunk, boolean changed) {
        if (!changed) chunk.tally().skipped++;
        else if (chunk.terms().policy() == Policy.MERGE) chunk.tally().merged++;
        else chunk.tally().updated++;
    }

    /** Tags are added to those that are there; a merge leaves alone what is filled. */
    private static Map<String, @Nullable Object> patch(
            Policy policy, Map<String, @Nullable Object> values, Map<String, @Nullable Object> present) {
        var patch = new HashMap<String, @Nullable Object>();
        values.forEach((field, value) -> {
            if ("tags".equals(field)
                    && present.get(field) instanceof List<?> before
                    && value instanceof List<?> added) {
                var all = new LinkedHashSet<Object>(before);
                all.addAll(added);
                patch.put(field, List.copyOf(all));
            } else if (policy == Policy.UPDATE || present.get(field) == null) {
                patch.put(field, value);
            }
        });
        return patch;
    }

    private void create(Chunk chunk, List<ImportRow> rows) {
        List<ImportRow> sound = new ArrayList<>();
        for (ImportRow row : rows) {
            if (row.faults().isEmpty()) sound.add(row);
            else refuse(chunk, row, row.faults());
        }
        if (sound.isEmpty()) return;
        try {
            savepoint.executeWithoutResult(status -> createAll(chunk, sound));
        } catch (Refusal | DataIntegrityViolationException someRefused) {
            sound.forEach(row -> createAlone(chunk, row));
        }
    }

    private void createAll(Chunk chunk, List<ImportRow> rows) {
        var newborns =
                rows.stream().map(row -> Objects.requireNonNull(row.newborn())).toList();
        writing.createAll(
                chunk.terms().catalogue(), newborns, new Writing("imported", chunk.job(), Duplicates.COMPARED));
        chunk.tally().created += rows.size();
    }

    /** What the database refuses in one row must not cost the others. */
    private void createAlone(Chunk chunk, ImportRow row) {
        try {
            savepoint.executeWithoutResult(status -> createAll(chunk, List.of(row)));
        } catch (Refusal refusal) {
            refuse(chunk, row, ImportReading.errors(refusal));
        } catch (DataIntegrityViolationException refused) {
            refuse(chunk, row, List.of(new FieldError("", "rowRefusedByDatabase")));
        }
    }

    private void refuse(Chunk chunk, ImportRow row, List<FieldError> errors) {
        chunk.tally().refused++;
        var catalogue = chunk.terms().catalogue();
        Object title = row.values().get(catalogue.type().title());
        chunk.refused()
                .add(new Refused(
                        row.number(),
                        title == null ? "" : title.toString(),
                        errors.getFirst().code(),
                        faults.all(catalogue, errors),
                        row.cells()));
    }
}
