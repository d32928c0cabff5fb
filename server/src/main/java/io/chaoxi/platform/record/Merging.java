package io.chaoxi.platform.record;

import chaoxi.tables.tables.records.RecordMergeRecord;
import io.chaoxi.platform.Ids;
import io.chaoxi.platform.problem.FieldError;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.RecordReading.Found;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes several records one, and several again. docs/decisions/0014-merging.md says what moves and what does not.
 */
@Service
class Merging {
    static final Duration UNDONE_FOR = Duration.ofDays(30);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final RecordReading reading;
    private final RecordWriting writing;
    private final MergeSql sql;
    private final MergeMoves moves;
    private final Successors successors;
    private final HistorySql history;
    private final Clock clock;

    Merging(
            RecordReading reading,
            RecordWriting writing,
            MergeSql sql,
            MergeMoves moves,
            Successors successors,
            HistorySql history,
            Clock clock) {
        this.reading = reading;
        this.writing = writing;
        this.sql = sql;
        this.moves = moves;
        this.successors = successors;
        this.history = history;
        this.clock = clock;
    }

    /** People and departments are no records of the trade; they leave by other ways. */
    private static void require(Catalogue catalogue) {
        if (!catalogue.type().owned()) throw Refusal.notFound();
        for (String action : List.of("merge", "update", "delete")) {
            catalogue.actor().require(catalogue.type().object() + "." + action);
        }
    }

    /** What a merge of these records would move, by table; 404 when one of them is not there or not in reach. */
    @Transactional(readOnly = true)
    public Map<String, Integer> counts(Catalogue catalogue, List<UUID> others) {
        require(catalogue);
        others.forEach(other -> reading.find(catalogue, other));
        return moves.counts(catalogue.type(), others);
    }

    /**
     * Merges; answers the merge's id, by which it is undone. 409 when one of the records changed since it was seen, 422
     * for a value that is to come from no record of the merge or that the acting person may not write.
     */
    @Transactional
    public UUID merge(Catalogue catalogue, Merge merge) {
        require(catalogue);
        RecordType type = catalogue.type();
        UUID survivor = merge.survivor().id();
        List<UUID> others = merge.otherIds();
        sql.lock(type, family(survivor, others));
        var found = new LinkedHashMap<UUID, Found>();
        found.put(survivor, seen(catalogue, merge.survivor()));
        for (Merge.Seen other : merge.others()) found.put(other.id(), seen(catalogue, other));
        var patch = patch(catalogue, merge, found);
        UUID id = Ids.next();
        var carrying = moves.new Carrying(id);
        type.rules().merging(survivor, others, carrying);
        carrying.carry(type, others, survivor);
        for (UUID other : others) writing.delete(catalogue, other, new Writing("mergedAway", null, Duplicates.SEEN));
        long stands = merge.survivor().version();
        writing.change(catalogue, survivor, stands, patch, Writing.byHand(Duplicates.SEEN));
        type.rules().settle(List.of(survivor));
        sql.insert(id, type.object(), survivor, others, changes(patch, found.get(survivor)));
        remember(
                catalogue, id, survivor, "from", found.values().stream().skip(1).toList());
        return id;
    }

    private static List<UUID> family(UUID survivor, Collection<UUID> others) {
        List<UUID> family = new ArrayList<>(others);
        family.add(survivor);
        return family;
    }

    private Found seen(Catalogue catalogue, Merge.Seen seen) {
        Found found = reading.find(catalogue, seen.id());
        if (found.version() != seen.version()) {
            throw Refusal.stale(found.version()).with("record", seen.id().toString());
        }
        return found;
    }

    /** A line of the merge with the titles of the others: {@code from} when they go, {@code to} when they are back. */
    private void remember(Catalogue catalogue, UUID merge, UUID survivor, String side, List<Found> others) {
        String title = catalogue.type().title();
        var titles = new ArrayList<Map<String, @Nullable Object>>();
        for (Found other : others) {
            var named = new LinkedHashMap<String, @Nullable Object>();
            named.put("field", title);
            named.put(side, other.values().get(title));
            titles.add(named);
        }
        String kind = side.equals("from") ? "merged" : "unmerged";
        history.add(catalogue.type().object(), List.of(new HistorySql.Line(survivor, kind, titles)), merge);
    }

    /** What the survivor gets: what was chosen, what it lacks, and all tags. */
    private static Map<String, @Nullable Object> patch(Catalogue catalogue, Merge merge, Map<UUID, Found> found) {
        var patch = new HashMap<String, @Nullable Object>();
        List<FieldError> errors = new ArrayList<>();
        var own = Objects.requireNonNull(found.get(merge.survivor().id())).values();
        for (Field field : catalogue.all()) {
            if (field.is(Field.Trait.READ_ONLY) || field.type() == FieldType.FORMULA) continue;
            UUID chosen = merge.take().get(field.name());
            Object value = chosen == null ? kept(field, merge, found) : chosen(found, chosen, field);
            if (chosen != null && (!found.containsKey(chosen) || !catalogue.writable(field))) {
                errors.add(
                        new FieldError(field.name(), found.containsKey(chosen) ? "fieldNotWritable" : "unknownChoice"));
            }
            if (field.type() == FieldType.RECORD && value instanceof UUID id && found.containsKey(id)) value = null;
            if (!Objects.equals(value, own.get(field.name()))) patch.put(field.name(), value);
        }
        Set<String> unknown = new LinkedHashSet<>(merge.take().keySet());
        catalogue.visible().forEach(field -> unknown.remove(field.name()));
        unknown.forEach(name -> errors.add(new FieldError(name, "unknownField")));
        if (!errors.isEmpty()) throw Refusal.fields(errors);
        return patch;
    }

    private static @Nullable Object chosen(Map<UUID, Found> found, UUID record, Field field) {
        Found from = found.get(record);
        return from == null ? null : from.values().get(field.name());
    }

    /** The first value that there is, the survivor's first; of lists, all of them together. The owner stays. */
    private static @Nullable Object kept(Field field, Merge merge, Map<UUID, Found> found) {
        Object own = Objects.requireNonNull(found.get(merge.survivor().id()))
                .values()
                .get(field.name());
        if (field.name().equals("owner")) return own;
        if (field.type() == FieldType.TAGS || field.type() == FieldType.FILES) {
            var all = new LinkedHashSet<Object>();
            for (Found one : found.values()) {
                if (one.values().get(field.name()) instanceof List<?> items) all.addAll(items);
            }
            return all.isEmpty() ? null : List.copyOf(all);
        }
        return found.values().stream()
                .map(one -> one.values().get(field.name()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static JSONB changes(Map<String, @Nullable Object> patch, @Nullable Found survivor) {
        var changes = new ArrayList<Map<String, @Nullable Object>>();
        patch.forEach((field, to) -> {
            Object from = Objects.requireNonNull(survivor).values().get(field);
            var change = new LinkedHashMap<String, @Nullable Object>();
            change.put("field", field);
            change.put("from", from == null ? null : JsonValues.toStored(from));
            change.put("to", to == null ? null : JsonValues.toStored(to));
            changes.add(change);
        });
        return JSONB.valueOf(JSON.writeValueAsString(changes));
    }

    /**
     * Undoes a merge: the others come back with what pointed to them, and the survivor gets back what it was where nobody
     * changed it since. 404 for none of the firm, 409 when it is undone, older than 30 days, or the survivor is no more.
     */
    @Transactional
    public UUID undo(Catalogues catalogues, UUID id) {
        RecordMergeRecord merge = sql.find(id).orElseThrow(Refusal::notFound);
        Catalogue catalogue = catalogues.of(merge.getObject());
        require(catalogue);
        RecordType type = catalogue.type();
        UUID survivor = merge.getSurvivorId();
        List<UUID> others = sql.others(id);
        sql.lock(type, family(survivor, others));
        refuseLate(merge);
        Found stands = reading.find(catalogue, survivor);
        var former = former(catalogue, JSON.readTree(merge.getChanges().data()), stands.values());
        writing.change(catalogue, survivor, null, former, Writing.byHand(Duplicates.SEEN));
        var back = new Writing("unmerged", null, Duplicates.SEEN);
        sql.release(id);
        for (UUID other : others) writing.restore(catalogue, other, back);
        moves.takeBack(id);
        type.rules().settle(family(survivor, others));
        sql.undone(id);
        List<Found> returned = new ArrayList<>();
        for (UUID other : others) returned.add(reading.find(catalogue, other));
        remember(catalogue, id, survivor, "to", returned);
        return survivor;
    }

    private void refuseLate(RecordMergeRecord merge) {
        if (merge.getUndoneAt() != null) throw Refusal.of(409, "mergeUndone");
        if (merge.getAt().toInstant().isBefore(clock.instant().minus(UNDONE_FOR))) {
            throw Refusal.of(409, "mergeTooOld", Map.of("days", UNDONE_FOR.toDays()));
        }
        boolean newest = sql.last(merge.getObject(), merge.getSurvivorId())
                .filter(last -> last.getId().equals(merge.getId()))
                .isPresent();
        boolean gone = successors.of(merge.getObject(), merge.getSurvivorId()).isPresent();
        if (!newest || gone) throw Refusal.of(409, "mergeNotLast");
    }

    private static Map<String, @Nullable Object> former(
            Catalogue catalogue, JsonNode changes, Map<String, @Nullable Object> stands) {
        var former = new HashMap<String, @Nullable Object>();
        for (JsonNode change : changes) {
            String name = change.path("field").asString();
            catalogue.all().stream()
                    .filter(field -> field.name().equals(name))
                    .filter(field -> Objects.equals(stands.get(name), HistoryLines.stored(field, change.get("to"))))
                    .forEach(field -> former.put(name, HistoryLines.stored(field, change.get("from"))));
        }
        return former;
    }
}
