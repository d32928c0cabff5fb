package io.chaoxi.platform.record;

import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.RecordReading.Found;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.trace.Traced;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records of natural persons, whole: as they are handed out, and at their end. A person is one record with all that were
 * merged into it; in the recycle bin he is there as well.
 */
@Service
public class PersonalRecords {
    private final RecordReading reading;
    private final RecordFinding finding;
    private final RecordSql sql;
    private final RecordLabels labels;
    private final RowJson json;
    private final HistorySql history;
    private final MergeSql merges;
    private final PersonalMarks marks;
    private final Successors successors;
    private final ApplicationEventPublisher events;

    PersonalRecords(
            RecordReading reading,
            RecordFinding finding,
            RecordSql sql,
            RecordLabels labels,
            RowJson json,
            HistorySql history,
            MergeSql merges,
            PersonalMarks marks,
            Successors successors,
            ApplicationEventPublisher events) {
        this.reading = reading;
        this.finding = finding;
        this.sql = sql;
        this.labels = labels;
        this.json = json;
        this.history = history;
        this.merges = merges;
        this.marks = marks;
        this.successors = successors;
        this.events = events;
    }

    /** The person of this record, or of the one that it became; 404 when none is in reach, or the object is no person. */
    @Transactional(readOnly = true)
    public Found find(Catalogue catalogue, UUID id) {
        RecordType type = catalogue.type();
        if (!type.personal()) throw Refusal.notFound();
        UUID now = successors.of(type.object(), id).orElse(id);
        return finding.findOwn(catalogue, now, type.alive().or(type.binned()));
    }

    /** The same; nobody else erases him or merges him away until the transaction ends. */
    @Transactional
    public Found findToHold(Catalogue catalogue, UUID id) {
        Found found = find(catalogue, id);
        while (true) {
            merges.lock(catalogue.type(), List.of(found.id()));
            Found now = find(catalogue, id);
            if (now.id().equals(found.id())) return now;
            found = now;
        }
    }

    /** What he is called, as it is stored. */
    public static String title(Catalogue catalogue, Found found) {
        return String.valueOf(found.values().get(catalogue.type().title()));
    }

    /** By what he is known of in other places. */
    @Transactional(readOnly = true)
    public Traced trace(Catalogue catalogue, UUID id) {
        return marks.of(catalogue, whole(catalogue, id));
    }

    /** Every field of his records as the API shows them, the one that stands first. */
    @Transactional(readOnly = true)
    public List<Map<String, @Nullable Object>> shown(Catalogue catalogue, UUID id) {
        var found = whole(catalogue, id);
        var fields = catalogue.visible();
        var titles = labels.of(fields, found.stream().map(Found::values).toList());
        var shown = json.of(catalogue, fields, titles);
        return found.stream().map(shown::row).toList();
    }

    private List<Found> whole(Catalogue catalogue, UUID id) {
        List<Found> found = new ArrayList<>(List.of(find(catalogue, id)));
        UUID stands = found.getFirst().id();
        var absorbed = merges.absorbed(catalogue.type().object(), stands);
        var columns = new RecordFields(catalogue.type()).columns(catalogue.all());
        var reader = new RowReader(catalogue.all());
        sql.find(catalogue.type(), new RecordScope.Everything(), absorbed, columns, merged(catalogue.type())).stream()
                .map(reader::found)
                .forEach(found::add);
        return found;
    }

    private static org.jooq.Condition merged(RecordType type) {
        return type.column("deleted_at").isNotNull();
    }

    /** Keeps everybody else from writing these records until the transaction ends. */
    @Transactional
    public void hold(Catalogue catalogue, Traced person) {
        merges.lock(catalogue.type(), person.records());
    }

    /** Deletes his records for good, and with them what others keep about them. That there was one stays in the history. */
    @Transactional
    public void forget(Catalogue catalogue, Traced person, UUID job) {
        RecordType type = catalogue.type();
        Collection<UUID> gone = person.records();
        type.rules().forgetting(List.copyOf(gone));
        events.publishEvent(new RecordsLeaving(type.object(), gone));
        sql.forget(type, gone);
        events.publishEvent(new RecordsForgotten(gone, true));
        history.add(
                type.object(),
                gone.stream()
                        .map(id -> new HistorySql.Line(id, "erased", List.of()))
                        .toList(),
                job);
        var actor = Acting.current();
        reading.countAnew(catalogue);
        events.publishEvent(new RecordsChanged(
                actor.tenant(), type.object(), List.copyOf(gone), "erased", null, actor.person(), job));
    }
}
