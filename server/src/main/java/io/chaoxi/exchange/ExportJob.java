package io.chaoxi.exchange;

import io.chaoxi.platform.Labels;
import io.chaoxi.platform.file.StoredFiles;
import io.chaoxi.platform.job.JobKind;
import io.chaoxi.platform.job.JobRun;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.Catalogue;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.CellWriter;
import io.chaoxi.platform.record.Field;
import io.chaoxi.platform.record.HandedOut;
import io.chaoxi.platform.record.RecordReading;
import io.chaoxi.platform.rights.AccessLog;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.sheet.SheetWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the rows that its maker may read into a file, page by page. Each page asks anew whether he may export; a right
 * taken away ends it within seconds, as the end of the session or token does, and nothing stays. A run after a kill writes the file anew; rows counted already are
 * not counted twice.
 */
@Component
class ExportJob implements JobKind {
    static final String KIND = "export";
    static final String LIMIT_REACHED = "exportLimitReached";
    private static final int PAGE = 2_000;
    private static final int BUFFER = 1 << 16;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Catalogues catalogues;
    private final RecordReading reading;
    private final CellWriter cells;
    private final ExportVolume volume;
    private final HandedOut handedOut;
    private final StoredFiles files;
    private final AccessLog accessLog;
    private final Labels labels;

    ExportJob(
            Catalogues catalogues,
            RecordReading reading,
            CellWriter cells,
            ExportVolume volume,
            HandedOut handedOut,
            StoredFiles files,
            AccessLog accessLog,
            Labels labels) {
        this.catalogues = catalogues;
        this.reading = reading;
        this.cells = cells;
        this.volume = volume;
        this.handedOut = handedOut;
        this.files = files;
        this.accessLog = accessLog;
        this.labels = labels;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean endsWithSession() {
        return true;
    }

    @Override
    public boolean download() {
        return true;
    }

    /** The rows that count against the volume so far, and whether the file is kept. */
    private record Place(long counted, boolean kept) {}

    /** What is written next: the rows as cells, and where the page after begins. */
    private record Page(
            List<List<@Nullable Object>> rows, @Nullable String next, long counted) {}

    @Override
    public Map<String, @Nullable Object> run(JobRun run) {
        var order = JSON.treeToValue(run.arguments(), ExportOrder.class);
        var kept = run.place();
        Place place = kept == null ? new Place(0, false) : JSON.treeToValue(kept, Place.class);
        if (place.kept()) return Map.of("rows", place.counted());
        Path draft = run.step(() -> {
            handedOut.begin(run.id());
            return files.draft(run.draft("export"));
        });
        try {
            long rows = write(run, order, draft, place.counted());
            run.step(() -> {
                files.keepOfJob(
                        run.id(),
                        order.object(),
                        draft,
                        files.nameNow(title(order), order.format()),
                        Format.of(order.format()).mediaType());
                accessLog.add(
                        "exported",
                        order.object(),
                        null,
                        Map.of("rows", rows, "format", order.format(), "job", run.id()));
                run.reached(rows, rows, new Place(rows, true));
                run.finished(Map.of("rows", rows));
            });
            return Map.of("rows", rows);
        } catch (Refusal refusal) {
            if (ExportVolume.refused(refusal)) run.step(() -> volume.stopped(order.object()));
            throw refusal;
        } finally {
            files.dropDraft(draft);
        }
    }

    private long write(JobRun run, ExportOrder order, Path draft, long countedBefore) {
        Format format = Format.of(order.format());
        String title = run.step(() -> title(order));
        var columns = run.step(() -> columns(order));
        try (var out = new BufferedOutputStream(Files.newOutputStream(draft), BUFFER);
                var sheet = format.writer(out, title, columns);
                var ahead = new Ahead<>(new Pages(run, order, countedBefore))) {
            long done = 0;
            Page page;
            do {
                page = ahead.next();
                for (var row : page.rows()) sheet.row(row);
                done += page.rows().size();
            } while (page.next() != null);
            return done;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The pages in their order, each read while the one before is written. Behind the last one nothing is read. */
    private final class Pages implements Supplier<Page> {
        private final JobRun run;
        private final ExportOrder order;
        private long counted;
        private long done;
        private @Nullable Page last;

        Pages(JobRun run, ExportOrder order, long countedBefore) {
            this.run = run;
            this.order = order;
            this.counted = countedBefore;
        }

        @Override
        public Page get() {
            if (last != null && last.next() == null) return last;
            String after = last == null ? null : last.next();
            Page page = run.step(() -> page(run, order, after, done, counted));
            done += page.rows().size();
            counted = page.counted();
            last = page;
            return page;
        }
    }

    private Page page(JobRun run, ExportOrder order, @Nullable String after, long done, long counted) {
        Catalogue catalogue = catalogues.of(order.object());
        catalogue.actor().require(order.object() + ".export");
        List<Field> fields = reading.asked(catalogue, order.fields());
        var walk = reading.walk(catalogue, order.page(after), fields, PAGE);
        long reached = done + walk.rows().size();
        long fresh = Math.max(0, reached - Math.max(counted, done));
        if (fresh > 0) volume.take(order.object(), fresh);
        long now = Math.max(counted, reached);
        var records = walk.rows().stream().map(RecordReading.Found::id).toList();
        handedOut.add(catalogue.type(), run.id(), done, records);
        run.reached(reached, null, new Place(now, false));
        return new Page(cells.rows(catalogue, fields, walk.rows()), walk.next(), now);
    }

    private List<SheetWriter.Column> columns(ExportOrder order) {
        Catalogue catalogue = catalogues.of(order.object());
        List<SheetWriter.Column> columns = new ArrayList<>();
        for (Field field : reading.asked(catalogue, order.fields())) {
            columns.add(SheetWriter.Column.of(field.label().in(catalogue.actor().locale())));
        }
        return columns;
    }

    private String title(ExportOrder order) {
        return labels.of(order.object(), "_objects").in(Acting.current().locale());
    }
}
