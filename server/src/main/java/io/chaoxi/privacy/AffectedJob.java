package io.chaoxi.privacy;

import io.chaoxi.platform.Labels;
import io.chaoxi.platform.file.StoredFiles;
import io.chaoxi.platform.job.JobKind;
import io.chaoxi.platform.job.JobRun;
import io.chaoxi.platform.record.Catalogue;
import io.chaoxi.platform.record.RecordQuery;
import io.chaoxi.platform.record.SeenPeople;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.rights.Actor;
import io.chaoxi.platform.sheet.SheetWriter;
import io.chaoxi.platform.text.PhoneNumbers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes whoever was affected into a sheet, with how he is reached. */
@Component
class AffectedJob implements JobKind {
    static final String KIND = "affected";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> FIELDS = List.of("name", "customer", "phone", "telephone", "email", "wechat");

    private static final Set<String> NUMBERS = Set.of("phone", "telephone");

    private final Affected affected;
    private final SeenPeople seen;
    private final StoredFiles files;
    private final Labels labels;

    AffectedJob(Affected affected, SeenPeople seen, StoredFiles files, Labels labels) {
        this.affected = affected;
        this.seen = seen;
        this.files = files;
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

    @Override
    public Map<String, @Nullable Object> run(JobRun run) {
        var asked = JSON.treeToValue(run.arguments(), SeenPeople.Asked.class);
        String object = run.step(() -> run.object());
        Path draft = run.step(() -> files.draft(run.draft(KIND)));
        try {
            long rows = write(run, object, asked, draft);
            Map<String, @Nullable Object> result = Map.of("rows", rows);
            run.step(() -> {
                affected.open(object, asked);
                files.keepOfJob(run.id(), object, draft, name(), "text/csv");
                affected.note("affectedExported", object, asked);
                run.reached(rows, rows, null);
                run.finished(result);
            });
            return result;
        } finally {
            files.dropDraft(draft);
        }
    }

    private String name() {
        return files.nameNow(
                labels.of("privacy", "affected").in(Acting.current().locale()), "csv");
    }

    private long write(JobRun run, String object, SeenPeople.Asked asked, Path draft) {
        var columns = run.step(() -> columns(affected.open(object, asked)));
        try (var sheet = SheetWriter.csv(Files.newOutputStream(draft), columns)) {
            long rows = 0;
            UUID after = null;
            do {
                UUID behind = after;
                var page = run.step(() -> {
                    run.unhurried();
                    var catalogue = affected.open(object, asked);
                    catalogue.actor().require(object + ".export");
                    return affected.people(catalogue, seen.of(object, asked, behind, RecordQuery.LARGEST_PAGE));
                });
                Actor actor = run.step(Acting::current);
                for (var person : page) sheet.row(cells(person, actor));
                rows += page.size();
                after = page.size() < RecordQuery.LARGEST_PAGE
                        ? null
                        : page.getLast().seen().id();
            } while (after != null);
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<SheetWriter.Column> columns(Catalogue catalogue) {
        var locale = catalogue.actor().locale();
        var columns = new ArrayList<SheetWriter.Column>();
        columns.add(SheetWriter.Column.of(labels.of("privacy", "column.id").in(locale)));
        FIELDS.forEach(name -> columns.add(SheetWriter.Column.of(
                catalogue.type().field(name).orElseThrow().label().in(locale))));
        for (String column : List.of("how", "first", "last")) {
            columns.add(SheetWriter.Column.of(
                    labels.of("privacy", "column." + column).in(locale)));
        }
        return columns;
    }

    private List<@Nullable Object> cells(Affected.Person person, Actor actor) {
        Locale locale = actor.locale();
        var seenOne = person.seen();
        var cells = new ArrayList<@Nullable Object>();
        cells.add(seenOne.id().toString());
        var row = person.row();
        for (String field : FIELDS) cells.add(row == null ? "" : cell(field, row.get(field)));
        if (row == null) cells.set(1, labels.of("privacy", "affected.gone").in(locale));
        cells.add(seenOne.how().stream()
                .map(how -> labels.of("privacy", "how." + how).in(locale))
                .collect(Collectors.joining("、")));
        cells.add(LocalDateTime.ofInstant(seenOne.first(), actor.zone()).truncatedTo(ChronoUnit.SECONDS));
        cells.add(LocalDateTime.ofInstant(seenOne.last(), actor.zone()).truncatedTo(ChronoUnit.SECONDS));
        return cells;
    }

    private static String cell(String field, @Nullable Object value) {
        if (value instanceof Map<?, ?> shown)
            return String.valueOf(shown.containsKey("label") ? shown.get("label") : "");
        if (value == null) return "";
        return NUMBERS.contains(field) ? PhoneNumbers.shown(value.toString()) : value.toString();
    }
}
