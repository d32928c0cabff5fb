package io.chaoxi.exchange;

import io.chaoxi.exchange.ImportReading.Terms;
import io.chaoxi.platform.job.JobRows.Refused;
import io.chaoxi.platform.problem.FieldError;
import io.chaoxi.platform.record.RecordMatching.Alike;
import io.chaoxi.platform.record.RecordMatching.Known;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an import would do with rows, for the preview and the dry run: the same decisions, nothing written. */
@Component
class RowsOnTrial {
    private static final UUID IN_THE_FILE = new UUID(0, 0);

    private final ImportReading reading;
    private final RowFaults faults;

    RowsOnTrial(ImportReading reading, RowFaults faults) {
        this.reading = reading;
        this.faults = faults;
    }

    /**
     * A row with what would become of it.
     *
     * @param same the record that it is the same as; its id is null where the caller may not know it
     */
    record Verdict(
            ImportRow row,
            List<FieldError> errors,
            @Nullable Known same) {
        /** {@code error}, {@code duplicate} or {@code ok}. */
        String state() {
            return !errors.isEmpty() ? "error" : same != null ? "duplicate" : "ok";
        }
    }

    /** In order; a row that has a key of an earlier one in the file is its duplicate. */
    List<Verdict> verdicts(Terms terms, List<ImportRow> rows, SeenKeys seen) {
        var known = reading.known(terms, rows);
        List<Verdict> verdicts = new ArrayList<>();
        for (ImportRow row : rows) {
            List<Known> same = row.faulty() ? List.of() : row.among(known, terms::opens);
            if (same.isEmpty() && !row.faulty() && seen.anyOf(row.keys())) {
                Object title = row.values().get(terms.catalogue().type().title());
                same = List.of(new Known(IN_THE_FILE, title == null ? "" : title.toString(), false, null));
            }
            verdicts.add(verdict(terms, row, same, seen));
        }
        return verdicts;
    }

    /** Of rows that would be made, by their numbers: the record that looks most like one. */
    Map<Integer, Alike> alike(Terms terms, List<Verdict> verdicts) {
        var fresh = verdicts.stream()
                .filter(verdict -> verdict.state().equals("ok"))
                .map(Verdict::row)
                .toList();
        if (fresh.isEmpty() || terms.matching().isEmpty()) return Map.of();
        var found = terms.matching()
                .get()
                .alike(terms.catalogue(), fresh.stream().map(ImportRow::values).toList());
        var alike = new HashMap<Integer, Alike>();
        for (int i = 0; i < fresh.size(); i++) {
            int number = fresh.get(i).number();
            found.get(i).ifPresent(one -> alike.put(number, one));
        }
        return alike;
    }

    private Verdict verdict(Terms terms, ImportRow row, List<Known> same, SeenKeys seen) {
        if (!same.isEmpty()) return new Verdict(row, met(terms.policy(), same), same.getFirst());
        if (row.faults().isEmpty()) seen.addAll(row.keys());
        return new Verdict(row, row.faults(), null);
    }

    private static List<FieldError> met(Policy policy, List<Known> same) {
        Known first = same.getFirst();
        if (!policy.changes() || first.id().equals(IN_THE_FILE)) return List.of();
        if (same.size() > 1) return List.of(ImportWriting.duplicate("duplicateSeveral", same));
        return first.inReach() ? List.of() : List.of(ImportWriting.duplicate("duplicateOutOfReach", same));
    }

    /** The rows that would be refused; the others are counted. */
    List<Refused> refused(Terms terms, List<ImportRow> rows, SeenKeys seen, ImportCounts.Tally tally) {
        List<Refused> refused = new ArrayList<>();
        for (Verdict verdict : verdicts(terms, rows, seen)) {
            List<FieldError> errors = verdict.errors();
            if (verdict.same() != null && terms.policy() == Policy.REFUSE) {
                errors = List.of(ImportWriting.duplicate("duplicateStays", List.of(verdict.same())));
            }
            if (errors.isEmpty()) count(terms.policy(), verdict, tally);
            else refused.add(line(terms, verdict.row(), errors, tally));
        }
        return refused;
    }

    private static void count(Policy policy, Verdict verdict, ImportCounts.Tally tally) {
        if (verdict.same() == null) tally.created++;
        else if (policy == Policy.UPDATE) tally.updated++;
        else if (policy == Policy.MERGE) tally.merged++;
        else tally.skipped++;
    }

    private Refused line(Terms terms, ImportRow row, List<FieldError> errors, ImportCounts.Tally tally) {
        tally.refused++;
        Object title = row.values().get(terms.catalogue().type().title());
        return new Refused(
                row.number(),
                title == null ? "" : title.toString(),
                errors.getFirst().code(),
                faults.all(terms.catalogue(), errors),
                row.cells());
    }
}
