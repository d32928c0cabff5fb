package io.chaoxi.exchange;

import io.chaoxi.exchange.ImportReading.Terms;
import io.chaoxi.exchange.RowsOnTrial.Verdict;
import io.chaoxi.platform.Labels;
import io.chaoxi.platform.file.StoredFile;
import io.chaoxi.platform.file.StoredFiles;
import io.chaoxi.platform.problem.FieldError;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.Catalogue;
import io.chaoxi.platform.record.Field;
import io.chaoxi.platform.record.RecordMatching.Alike;
import io.chaoxi.platform.sheet.SheetRow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Shows what an import would do. Every row is judged, the first two hundred are shown. A very large file is judged for
 * twenty seconds; the rows behind count into the total only, and {@code exact} says so.
 */
@Service
public class ImportPreview {
    private static final int CHUNK = 500;
    private static final int SHOWN = 200;
    private static final int SAMPLES = 3;
    private static final int LONGEST_SAMPLE = 60;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration HINTS = Duration.ofSeconds(4);
    private static final int HINTED = 40;
    private static final Logger LOG = LoggerFactory.getLogger(ImportPreview.class);

    private final Imports imports;
    private final StoredFiles files;
    private final ImportReading reading;
    private final RowsOnTrial trial;
    private final RowFaults faults;
    private final Labels labels;
    private final Clock clock;
    private final TransactionTemplate transaction;

    ImportPreview(
            Imports imports,
            StoredFiles files,
            ImportReading reading,
            RowsOnTrial trial,
            RowFaults faults,
            Labels labels,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.imports = imports;
        this.files = files;
        this.reading = reading;
        this.trial = trial;
        this.faults = faults;
        this.labels = labels;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setReadOnly(true);
    }

    record Header(
            String name, List<String> samples, @Nullable String field) {}

    record CellError(String field, String code, String message) {}

    record Same(@Nullable UUID id, String label) {}

    /** A row that is shown; {@code alike} is what it looks like where it would be made. */
    record PreviewRow(
            int row,
            String state,
            Map<String, String> values,
            List<CellError> errors,
            @Nullable Same duplicate,
            @Nullable Alike alike) {}

    record Counts(long ok, long error, long duplicate) {}

    /** The whole answer; {@code total} counts every row, {@code counts} those that were judged. */
    record Preview(
            UUID upload,
            String file,
            List<Header> headers,
            Map<String, String> mapping,
            long total,
            boolean exact,
            Counts counts,
            List<PreviewRow> rows) {}

    /** Judges an upload of one's own. */
    Preview of(UUID upload, Imports.Wish wish) {
        Catalogue catalogue = imports.open(wish.object());
        StoredFile file = imports.own(upload, wish.object());
        Map<String, String> mapping = Imports.mapping(wish.mapping());
        try (SheetFile sheet = SheetFile.open(files.bytes(file), file.name())) {
            Columns columns = mapping.isEmpty()
                    ? Columns.automatic(catalogue, labels, sheet.header())
                    : Columns.said(catalogue, sheet.header(), mapping);
            var terms = new Terms(catalogue, columns, Policy.of(wish.duplicates()), List.of(), Map.of(), false);
            var found = new Found();
            judge(terms, sheet, found);
            if (found.total == 0) throw SheetFile.withoutRows();
            imports.counted(upload, found.total);
            return new Preview(
                    upload,
                    file.name(),
                    headers(columns, found.first),
                    columns.mapping(),
                    found.total,
                    found.exact,
                    new Counts(found.ok, found.error, found.duplicate),
                    found.rows);
        }
    }

    /** What was found so far. */
    private static final class Found {
        private final List<SheetRow> first = new ArrayList<>();
        private final List<PreviewRow> rows = new ArrayList<>();
        private long total;
        private long ok;
        private long error;
        private long duplicate;
        private boolean exact = true;
    }

    private void judge(Terms terms, SheetFile sheet, Found found) {
        var seen = new SeenKeys();
        Instant end = clock.instant().plus(PATIENCE);
        for (List<SheetRow> chunk = sheet.next(CHUNK); !chunk.isEmpty(); chunk = sheet.next(CHUNK)) {
            if (found.total == 0) found.first.addAll(chunk.subList(0, Math.min(chunk.size(), 20)));
            found.total += chunk.size();
            if (clock.instant().isAfter(end)) {
                found.exact = false;
                continue;
            }
            List<SheetRow> rows = chunk;
            List<Verdict> verdicts = Objects.requireNonNull(
                    transaction.execute(status -> trial.verdicts(terms, reading.rows(terms, rows), seen)));
            int shown = Math.min(SHOWN - found.rows.size(), verdicts.size());
            var alike = alike(terms, verdicts.subList(0, shown));
            verdicts.forEach(verdict -> note(terms, verdict, alike, found));
        }
    }

    /** What the rows look like, as far as it can be found in a few seconds; it is a hint, and keeps nothing from being shown. */
    private Map<Integer, Alike> alike(Terms terms, List<Verdict> verdicts) {
        var alike = new HashMap<Integer, Alike>();
        Instant end = clock.instant().plus(HINTS);
        for (int at = 0; at < verdicts.size() && clock.instant().isBefore(end); at += HINTED) {
            var some = verdicts.subList(at, Math.min(at + HINTED, verdicts.size()));
            try {
                alike.putAll(Objects.requireNonNull(transaction.execute(status -> trial.alike(terms, some))));
            } catch (DataAccessException | TransactionException | Refusal slow) {
                LOG.warn(
                        "Likenesses of an import are not told: {}",
                        slow.getClass().getSimpleName());
                return alike;
            }
        }
        return alike;
    }

    private void note(Terms terms, Verdict verdict, Map<Integer, Alike> alike, Found found) {
        switch (verdict.state()) {
            case "error" -> found.error++;
            case "duplicate" -> found.duplicate++;
            default -> found.ok++;
        }
        if (found.rows.size() < SHOWN) {
            found.rows.add(row(terms, verdict, alike.get(verdict.row().number())));
        }
    }

    private PreviewRow row(Terms terms, Verdict verdict, @Nullable Alike alike) {
        var values = new LinkedHashMap<String, String>();
        for (var cells : terms.columns().of(verdict.row().cells()).entrySet()) {
            Field field = cells.getKey();
            values.put(field.name(), String.join(" ", cells.getValue()).strip());
        }
        List<CellError> errors = new ArrayList<>();
        for (FieldError error : verdict.errors()) {
            errors.add(new CellError(error.field(), error.code(), faults.sentence(terms.catalogue(), error)));
        }
        var same = verdict.same();
        return new PreviewRow(
                verdict.row().number(),
                verdict.state(),
                values,
                errors,
                same == null ? null : new Same(same.inReach() ? same.id() : null, same.label()),
                alike);
    }

    private static List<Header> headers(Columns columns, List<SheetRow> first) {
        List<Header> headers = new ArrayList<>();
        for (int i = 0; i < columns.headers().size(); i++) {
            String name = columns.headers().get(i);
            Field field = columns.byHeader().get(name);
            headers.add(new Header(name, samples(first, i), field == null ? null : field.name()));
        }
        return headers;
    }

    private static List<String> samples(List<SheetRow> rows, int column) {
        return rows.stream()
                .filter(row -> column < row.cells().size())
                .map(row -> row.cells().get(column).strip())
                .filter(text -> !text.isEmpty())
                .map(text -> text.length() > LONGEST_SAMPLE ? text.substring(0, LONGEST_SAMPLE) + "…" : text)
                .limit(SAMPLES)
                .toList();
    }
}
