package io.chaoxi.exchange;

import io.chaoxi.exchange.ImportReading.Terms;
import io.chaoxi.platform.Labels;
import io.chaoxi.platform.file.StoredFile;
import io.chaoxi.platform.file.StoredFiles;
import io.chaoxi.platform.job.JobKind;
import io.chaoxi.platform.job.JobRows;
import io.chaoxi.platform.job.JobRun;
import io.chaoxi.platform.record.Catalogue;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.Statistics;
import io.chaoxi.platform.sheet.SheetRow;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Brings the rows of a file in, a few hundred in a step. What a step made, its refused rows and its place are committed
 * together, so that a run after a kill goes on behind the last row that counts.
 */
@Component
class ImportJob implements JobKind {
    static final String KIND = "import";
    private static final int STEP = 500;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Catalogues catalogues;
    private final StoredFiles files;
    private final ImportReading reading;
    private final ImportWriting writing;
    private final RefusedFile refusedFile;
    private final RowsOnTrial trial;
    private final JobRows jobRows;
    private final Statistics statistics;
    private final Labels labels;

    ImportJob(
            Catalogues catalogues,
            StoredFiles files,
            ImportReading reading,
            ImportWriting writing,
            RefusedFile refusedFile,
            RowsOnTrial trial,
            JobRows jobRows,
            Statistics statistics,
            Labels labels) {
        this.catalogues = catalogues;
        this.files = files;
        this.reading = reading;
        this.writing = writing;
        this.refusedFile = refusedFile;
        this.trial = trial;
        this.jobRows = jobRows;
        this.statistics = statistics;
        this.labels = labels;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String right(@Nullable String object) {
        return object + ".import";
    }

    @Override
    public boolean undoable() {
        return true;
    }

    @Override
    public Map<String, @Nullable Object> run(JobRun run) {
        var asked = JSON.treeToValue(run.arguments(), ImportOrder.class);
        var counts = counts(run.place());
        Path bytes = run.step(() -> {
            StoredFile file = files.get(asked.upload());
            return files.bytes(file);
        });
        if (!counts.made()) {
            ImportOrder order = counts.treated() ? asked : begin(run, asked, bytes, counts);
            try (SheetFile sheet = SheetFile.open(bytes, order.file())) {
                if (!counts.treated()) counts = treat(run, order, sheet, counts);
                counts = refusedFile.make(run, order, sheet.header(), counts);
            }
        }
        return counts.result();
    }

    /** Tells at once how many rows there are, and counts them where no preview did: that takes a hundredth of writing them. */
    private static ImportOrder begin(JobRun run, ImportOrder order, Path bytes, ImportCounts counts) {
        Long known = order.total();
        long total = known == null ? SheetFile.rows(bytes, order.file()) : known;
        run.step(() -> run.reached(counts.rows(), total, counts));
        return order.of(total);
    }

    private static ImportCounts counts(@Nullable JsonNode place) {
        return place == null ? ImportCounts.NONE : JSON.treeToValue(place, ImportCounts.class);
    }

    @Override
    public Map<String, @Nullable Object> soFar(@Nullable JsonNode place, Map<String, Integer> rows) {
        return counts(place).result();
    }

    private ImportCounts treat(JobRun run, ImportOrder order, SheetFile sheet, ImportCounts from) {
        var seen = new SeenKeys();
        if (!order.dryRun()) sheet.skipTo(from.row());
        ImportCounts counts = order.dryRun() ? ImportCounts.NONE : from;
        if (order.dryRun()) run.step((Runnable) () -> jobRows.forget(run));
        try (var ahead = new Ahead<>(() -> read(run, order, sheet))) {
            for (List<ImportRow> rows = ahead.next(); !rows.isEmpty(); rows = ahead.next()) {
                List<ImportRow> chunk = rows;
                ImportCounts before = counts;
                counts = run.step(() -> step(run, order, terms(order, sheet), chunk, before, seen));
                if (!order.dryRun() && Statistics.due(before.rows(), counts.rows())) renew(run, order);
            }
        }
        if (!order.dryRun() && counts.rows() > 0) renew(run, order);
        ImportCounts treated = counts.allTreated();
        return run.step(() -> {
            run.reached(treated.rows(), treated.rows(), treated);
            return treated;
        });
    }

    private void renew(JobRun run, ImportOrder order) {
        run.step(() -> {
            run.unhurried();
            statistics.renew(catalogues.of(order.object()).type());
        });
    }

    /** Reads the next rows while those before them are being written. */
    private List<ImportRow> read(JobRun run, ImportOrder order, SheetFile sheet) {
        List<SheetRow> rows = sheet.next(STEP);
        return rows.isEmpty() ? List.of() : run.step(() -> reading.rows(terms(order, sheet), rows));
    }

    /** The rights and the catalogue of this moment. */
    private Terms terms(ImportOrder order, SheetFile sheet) {
        Catalogue catalogue = catalogues.of(order.object());
        catalogue.actor().require(order.object() + ".import");
        if (order.policy().changes()) catalogue.actor().require(order.object() + ".update");
        Columns columns = order.mapping().isEmpty()
                ? Columns.automatic(catalogue, labels, sheet.header())
                : Columns.said(catalogue, sheet.header(), order.mapping());
        return new Terms(catalogue, columns, order.policy(), order.tags(), order.placed(), !order.dryRun());
    }

    private ImportCounts step(
            JobRun run, ImportOrder order, Terms terms, List<ImportRow> rows, ImportCounts before, SeenKeys seen) {
        var tally = new ImportCounts.Tally();
        List<JobRows.Refused> refused =
                order.dryRun() ? trial.refused(terms, rows, seen, tally) : writing.write(terms, run.id(), rows, tally);
        jobRows.refuse(run, refused);
        ImportCounts after = before.plus(rows.getLast().number(), tally);
        run.reached(after.rows(), order.total(), after);
        return after;
    }
}
