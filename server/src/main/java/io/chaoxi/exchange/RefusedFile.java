package io.chaoxi.exchange;

import io.chaoxi.platform.Label;
import io.chaoxi.platform.Labels;
import io.chaoxi.platform.file.StoredFiles;
import io.chaoxi.platform.job.JobRows;
import io.chaoxi.platform.job.JobRun;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.sheet.SheetWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The refused rows of an import as a sheet of their own: the cells as they stood, and why. Corrected, it can be imported. */
@Component
class RefusedFile {
    private static final int PAGE = 2_000;
    private static final int LONGEST_CELL = 32_000;
    private static final String NAME = "refused.xlsx";
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final JobRows rows;
    private final StoredFiles files;
    private final Labels labels;

    RefusedFile(JobRows rows, StoredFiles files, Labels labels) {
        this.rows = rows;
        this.files = files;
        this.labels = labels;
    }

    /** Made from the start in each run, kept in the same step that notes it. */
    ImportCounts make(JobRun run, ImportOrder order, List<String> header, ImportCounts counts) {
        Path draft = run.step(() -> files.draft(run.draft(NAME)));
        if (counts.refused() > 0) write(run, header, draft);
        ImportCounts made = counts.fileMade();
        return run.step(() -> {
            if (counts.refused() > 0) files.keepOfJob(run.id(), order.object(), draft, NAME, XLSX);
            run.reached(made.rows(), made.rows(), made);
            run.finished(made.result());
            return made;
        });
    }

    private void write(JobRun run, List<String> header, Path draft) {
        Label reason = labels.of("exchange", "reason");
        String title = run.step(() -> reason.in(Acting.current().locale()));
        List<SheetWriter.Column> columns = new ArrayList<>();
        header.forEach(name -> columns.add(SheetWriter.Column.of(name)));
        columns.add(new SheetWriter.Column(title, 60));
        try (var out = Files.newOutputStream(draft);
                var sheet = SheetWriter.xlsx(out, title, columns)) {
            long after = 0;
            for (var page = page(run, after); !page.isEmpty(); page = page(run, after)) {
                for (var row : page) sheet.row(cells(row, header.size()));
                after = page.getLast().row();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<JobRows.Refused> page(JobRun run, long after) {
        return run.step(() -> rows.refused(run, after, PAGE));
    }

    private static List<@Nullable Object> cells(JobRows.Refused row, int width) {
        List<@Nullable Object> cells = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            String text = i < row.cells().size() ? row.cells().get(i) : "";
            cells.add(text.length() > LONGEST_CELL ? text.substring(0, LONGEST_CELL) : text);
        }
        cells.add(row.message());
        return cells;
    }
}
