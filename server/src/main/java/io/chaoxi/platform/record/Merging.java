package io.chaoxi.platform.record;

import chaoxi.tables.tables.records.RecordMergeRecord;
import io.chaoxi.platform.Ids;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.RecordReading.Found;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes several records one, and several again. docs/decisions/0014-merging.md says what moves and what does not. */
@Service
class Merging {
    static final Duration UNDONE_FOR = Duration.ofDays(30);

    private final RecordFinding finding;
    private final RecordWriting writing;
    private final MergeSql sql;
    private final MergeMoves moves;
    private final RecordChecks checks;
    private final HistorySql history;

    Merging(
            RecordFinding finding,
            RecordWriting writing,
            MergeSql sql,
            MergeMoves moves,
            RecordChecks checks,
            HistorySql history) {
        this.finding = finding;
        this.writing = writing;
        this.sql = sql;
        this.moves = moves;
        this.checks = checks;
        this.history = history;
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
        finding.findAllOwn(catalogue, others, catalogue.type().alive());
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
        Map<UUID, Found> found = seen(catalogue, merge);
        Found stands = Objects.requireNonNull(found.get(survivor));
        var patch = values(catalogue).of(merge, found);
        UUID id = Ids.next();
        var carrying = moves.new Carrying(id);
        type.rules().merging(survivor, others, carrying);
        carrying.carry(type, others, survivor);
        var own = RecordScope.own(catalogue.type(), catalogue.actor());
        writing.deleteAll(catalogue, own, others, new Writing("mergedAway", null, Duplicates.SEEN));
        writing.change(catalogue, survivor, null, patch, Writing.byHand(Duplicates.SEEN));
        type.rules().settle(List.of(survivor));
        sql.insert(id, type.object(), survivor, others, MergedValues.changes(patch, stands));
        remember(
                catalogue, id, survivor, "from", others.stream().map(found::get).toList());
        return id;
    }

    private MergedValues values(Catalogue catalogue) {
        return new MergedValues(catalogue, (field, id) -> checks.leadsSomewhere(catalogue, field, id));
    }

    private static List<UUID> family(UUID survivor, Collection<UUID> others) {
        List<UUID> family = new ArrayList<>(others);
        family.add(survivor);
        return family;
    }

    /** All of them by their ids, as they were seen. */
    private Map<UUID, Found> seen(Catalogue catalogue, Merge merge) {
        Map<UUID, Found> found = new LinkedHashMap<>();
        List<UUID> ids = new ArrayList<>(List.of(merge.survivor().id()));
        ids.addAll(merge.otherIds());
        finding.findAllOwn(catalogue, ids, catalogue.type().alive()).forEach(one -> found.put(one.id(), one));
        Stream.concat(Stream.of(merge.survivor()), merge.others().stream()).forEach(seen -> {
            long version = Objects.requireNonNull(found.get(seen.id())).version();
            if (version != seen.version()) {
                throw Refusal.stale(version).with("record", seen.id().toString());
            }
        });
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

    /**
     * Undoes a merge: the others come back with what pointed to them, and the survivor gets back what it was where nobody
     * changed it since. What stood side by side before may do so again, whatever the rules for duplicates say by now. 404
     * for none of the firm, and when the survivor was deleted; 409 when it is undone, older than 30 days, or the survivor
     * was merged again.
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
        sql.release(id);
        writing.restoreAll(catalogue, others, new Writing("unmerged", null, Duplicates.COMPARED));
        var all = finding.findAllOwn(catalogue, family(survivor, others), type.alive());
        Found stands = all.getLast();
        var former = values(catalogue).former(merge.getChanges(), stands);
        writing.change(catalogue, stands, null, former, Writing.byHand(Duplicates.COMPARED));
        moves.takeBack(type, id);
        type.rules().settle(family(survivor, others));
        sql.undone(id);
        remember(catalogue, id, survivor, "to", all.subList(0, others.size()));
        return survivor;
    }

    private void refuseLate(RecordMergeRecord merge) {
        if (merge.getUndoneAt() != null) throw Refusal.of(409, "mergeUndone");
        if (merge.getAt().isBefore(sql.now().minus(UNDONE_FOR))) {
            throw Refusal.of(409, "mergeTooOld", Map.of("days", UNDONE_FOR.toDays()));
        }
        if (!sql.stands(merge)) throw Refusal.of(409, "mergeNotLast");
    }
}
