package io.chaoxi.privacy;

import io.chaoxi.exchange.ExportVolume;
import io.chaoxi.platform.Labels;
import io.chaoxi.platform.file.StoredFiles;
import io.chaoxi.platform.job.JobKind;
import io.chaoxi.platform.job.JobRun;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.Catalogue;
import io.chaoxi.platform.record.HandedOut;
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

/**
 * Writes whoever was affected into a sheet, with how he is reached. That hands people out like any other export: it counts
 * against the day's volume and remembers whom it held.
 */
@Component
class AffectedJob implements JobKind {
    static final String KIND = "affected";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> FIELDS = List.of("name", "customer", "phone", "telephone", "email", "wechat");

    private static final Set<String> NUMBERS = Set.of("phone", "telephone");

    private final Affected affected;
    private final SeenPeople seen;
    private final ExportVolume volume;
    private final HandedOut handedOut;
    private final StoredFiles files;
    private final Labels labels;

    AffectedJob(
            Affected affected,
            SeenPeople seen,
            ExportVolume volume,
            HandedOut handedOut,
            StoredFiles files,
            Labels labels) {
        this.affected = affected;
        this.seen = seen;
        this.volume = volume;
        this.handedOut = handedOut;
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

    /** The rows that count against the volume so far; a run after a kill does not count them twice. */
    private record Place(long counted) {}

    @Override
    public Map<String, @Nullable Object> run(JobRun run) {
        var asked = JSON.treeToValue(run.arguments(), SeenPeople.Asked.class);
        String object = run.step(() -> run.object());
        var kept = run.place();
        long counted = kept == null ? 0 : JSON.treeToValue(kept, Place.class).counted();
        Path draft = run.step(() -> {
            handedOut.begin(run.id());
            return files.draft(run.draft(KIND));
        });
        try {
            long rows = write(run, object, asked, draft, counted);
            Map<String, @Nullable Object> result = Map.of("rows", rows);
            run.step(() -> {
                affected.open(object, asked);
                files.keepOfJob(run.id(), object, draft, name(), "text/csv");
                affected.note("affectedExported", object, asked, run.id());
                run.reached(rows, rows, new Place(rows));
                run.finished(result);
            });
            return result;
        } catch (Refusal refusal) {
            if (ExportVolume.refused(refusal)) run.step(() -> volume.stopped(object));
            throw refusal;
        } finally {
            files.dropDraft(draft);
        }
    }

    private String name() {
        return files.nameNow(
                labels.of("privacy", "affected").in(Acting.current().locale()), "csv");
    }

    private long write(JobRun run, String object, SeenPeople.Asked asked, Path draft, long countedBefore) {
        var columns = run.step(() -> columns(affected.open(object, asked)));
        try (var sheet = SheetWriter.csv(Files.newOutputStream(draft), columns)) {
            long rows = 0;
            UUID after = null;
            do {
                UUID behind = after;
                long done = rows;
                var page = run.step(() -> {
                    run.unhurried();
                    var catalogue = affected.open(object, asked);
                    catalogue.actor().require(object + ".export");
                    var people = affected.people(catalogue, seen.of(object, asked, behind, RecordQuery.LARGEST_PAGE));
                    count(run, catalogue, people, done, countedBefore);
                    return people;
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

    private void count(JobRun run, Catalogue catalogue, List<Affected.Person> page, long done, long countedBefore) {
        long reached = done + page.size();
        long fresh = Math.max(0, reached - Math.max(countedBefore, done));
        if (fresh > 0) volume.take(catalogue.type().object(), fresh);
        var told = page.stream().filter(person -> person.row() != null);
        handedOut.add(
                catalogue.type(),
                run.id(),
                done,
                told.map(person -> person.seen().id()).toList());
        run.reached(reached, null, new Place(Math.max(countedBefore, reached)));
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
