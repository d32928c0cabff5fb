package io.chaoxi.platform.record;

import io.chaoxi.platform.Ids;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.RecordChange.Kind;
import io.chaoxi.platform.rights.Actor;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes records: load → decide → write → announce, with history, each in one transaction. */
@Service
public class RecordWriting {
    private final RecordReading reading;
    private final RecordFinding finding;
    private final RecordSql sql;
    private final RecordChecks checks;
    private final RecordColumns columns;
    private final HistorySql history;
    private final RecordLabels labels;
    private final Pooling pooling;
    private final ApplicationEventPublisher events;

    RecordWriting(
            RecordReading reading,
            RecordFinding finding,
            RecordSql sql,
            RecordChecks checks,
            RecordColumns columns,
            HistorySql history,
            RecordLabels labels,
            Pooling pooling,
            ApplicationEventPublisher events) {
        this.reading = reading;
        this.finding = finding;
        this.sql = sql;
        this.checks = checks;
        this.columns = columns;
        this.history = history;
        this.labels = labels;
        this.pooling = pooling;
        this.events = events;
    }

    /** Makes a record. Without an owner the one who makes it owns it. */
    @Transactional
    public UUID create(Catalogue catalogue, Map<String, @Nullable Object> values, Writing writing) {
        RecordType type = catalogue.type();
        catalogue.actor().require(type.object() + ".create");
        RecordChange change = newborn(catalogue, values, writing.duplicates());
        checks.check(catalogue, change);
        sql.insert(type, catalogue.actor().tenant(), columns.of(catalogue, change));
        Remembered.made(change.id());
        return finished(catalogue, change, writing);
    }

    private static RecordChange newborn(
            Catalogue catalogue, Map<String, @Nullable Object> values, Duplicates duplicates) {
        var after = new HashMap<String, @Nullable Object>(values);
        Actor actor = catalogue.actor();
        if (catalogue.type().owned() && !after.containsKey("owner") && !actor.program()) {
            after.put("owner", actor.person());
        }
        return new RecordChange(Ids.next(), Kind.CREATED, Map.of(), after, duplicates);
    }

    /** Applies a patch to the version that the caller saw; 409 with who changed it since. */
    @Transactional
    public long change(
            Catalogue catalogue,
            UUID id,
            @Nullable Long version,
            Map<String, @Nullable Object> patch,
            Writing writing) {
        return change(catalogue, id, version, () -> patch, writing);
    }

    /** The same with a patch that is read when the record was found, for what is out of reach is told before what is wrong. */
    @Transactional
    public long change(
            Catalogue catalogue,
            UUID id,
            @Nullable Long version,
            Supplier<Map<String, @Nullable Object>> patch,
            Writing writing) {
        String object = catalogue.type().object();
        if (!catalogue.actor().may(object + ".assign")) catalogue.actor().require(object + ".update");
        var found = finding.find(catalogue, id);
        return change(catalogue, found, version, patch.get(), writing);
    }

    /** The same with one that was found in this transaction. */
    @Transactional
    public long change(
            Catalogue catalogue,
            RecordReading.Found found,
            @Nullable Long version,
            Map<String, @Nullable Object> given,
            Writing writing) {
        finding.requireToChange(catalogue, found, given);
        var after = new HashMap<String, @Nullable Object>(found.values());
        after.putAll(given);
        if (version != null && found.version() != version) throw stale(found);
        after.values().removeIf(Objects::isNull);
        var change = new RecordChange(found.id(), Kind.CHANGED, found.values(), after, writing.duplicates());
        return write(catalogue, change, found, writing);
    }

    /** From its owner to another, or to none, whatever else holds; whoever calls decided that it may be. */
    @Transactional
    public void pass(Catalogue catalogue, RecordReading.Found found, Handing to, Writing writing) {
        var after = to.over(found.values());
        write(
                catalogue,
                new RecordChange(found.id(), Kind.CHANGED, found.values(), after, Duplicates.SEEN),
                found,
                writing);
    }

    /** To the recycle bin. */
    @Transactional
    public void delete(Catalogue catalogue, UUID id, Writing writing) {
        catalogue.actor().require(catalogue.type().object() + ".delete");
        var found = finding.findOwn(catalogue, id);
        write(
                catalogue,
                new RecordChange(id, Kind.DELETED, found.values(), found.values(), Duplicates.SEEN),
                found,
                writing);
    }

    /** Back from the recycle bin, by whoever may delete. */
    @Transactional
    public void restore(Catalogue catalogue, UUID id, Writing writing) {
        catalogue.actor().require(catalogue.type().object() + ".delete");
        var found = finding.findOwn(catalogue, id, catalogue.type().binned());
        var change = new RecordChange(id, Kind.RESTORED, found.values(), found.values(), writing.duplicates());
        write(catalogue, change, found, writing);
    }

    private long write(Catalogue catalogue, RecordChange change, RecordReading.Found found, Writing writing) {
        boolean untouched = change.kind() == Kind.CHANGED
                && HistorySql.differences(catalogue.all(), change).isEmpty();
        if (untouched) return found.version();
        checks.check(catalogue, change);
        var row = columns.of(catalogue, change);
        if (!sql.update(catalogue.type(), change.id(), found.version(), row)) throw stale(found);
        finished(catalogue, change, writing);
        return found.version() + 1;
    }

    private UUID finished(Catalogue catalogue, RecordChange change, Writing writing) {
        RecordType type = catalogue.type();
        pooling.settle(type, List.of(change));
        type.rules().written(change);
        boolean moved = change.kind() == Kind.DELETED || change.kind() == Kind.RESTORED;
        if (moved) type.rules().moved(change.kind(), List.of(change.id()));
        String kind = writing.kindOf(change.kind());
        var differences = change.kind() == Kind.CHANGED
                ? HistorySql.differences(catalogue.all(), change)
                : List.<Map<String, @Nullable Object>>of();
        history.add(type.object(), List.of(new HistorySql.Line(change.id(), kind, differences)), writing.job());
        UUID owner = type.owned() && change.changes("owner") ? change.reference("owner") : null;
        if (change.turnsOwner()) events.publishEvent(new OwnersTurned(type.object(), List.of(change.id())));
        announce(catalogue, List.of(change.id()), kind, owner, writing.job());
        return change.id();
    }

    private void announce(Catalogue catalogue, List<UUID> ids, String kind, @Nullable UUID owner, @Nullable UUID job) {
        Actor actor = catalogue.actor();
        reading.countAnew(catalogue);
        events.publishEvent(
                new RecordsChanged(actor.tenant(), catalogue.type().object(), ids, kind, owner, actor.person(), job));
    }

    /** What keeps a new record with these values from being made, apart from duplicates; for rows before they are written. */
    public Optional<Refusal> examine(Catalogue catalogue, Map<String, @Nullable Object> values) {
        RecordChange change = newborn(catalogue, values, Duplicates.COMPARED);
        try {
            checks.examine(catalogue, change);
            return Optional.empty();
        } catch (Refusal refusal) {
            return Optional.of(refusal);
        }
    }

    /** A record to be, worked out as far as its values tell; what others decide follows when it is made. */
    public static final class Newborn {
        private final RecordChange change;
        private final Map<org.jooq.Field<?>, @Nullable Object> columns;

        private Newborn(RecordChange change, Map<org.jooq.Field<?>, @Nullable Object> columns) {
            this.change = change;
            this.columns = columns;
        }

        RecordChange change() {
            return change;
        }

        Map<org.jooq.Field<?>, @Nullable Object> columns() {
            return columns;
        }
    }

    /** Prepares a record for {@link #createAll}; reads and writes nothing. */
    public Newborn prepare(Catalogue catalogue, Map<String, @Nullable Object> values) {
        RecordChange change = newborn(catalogue, values, Duplicates.COMPARED);
        return new Newborn(change, columns.ofValues(catalogue, change));
    }

    /**
     * Makes many records in one statement, in the given order. The caller examined each, and looked at duplicates and at
     * what they refer to; what the database refuses nevertheless fails them all.
     */
    @Transactional
    public List<UUID> createAll(Catalogue catalogue, List<Newborn> newborns, Writing writing) {
        RecordType type = catalogue.type();
        catalogue.actor().require(type.object() + ".create");
        var changes = newborns.stream().map(Newborn::change).toList();
        changes.forEach(type.rules()::check);
        sql.insert(type, catalogue.actor().tenant(), columns.of(catalogue, newborns));
        pooling.settle(type, changes);
        type.rules().writtenAll(changes);
        var ids = changes.stream().map(RecordChange::id).toList();
        String kind = writing.kindOf(Kind.CREATED);
        history.add(
                type.object(),
                ids.stream().map(id -> new HistorySql.Line(id, kind, List.of())).toList(),
                writing.job());
        announce(catalogue, ids, kind, null, writing.job());
        return ids;
    }

    /** To the recycle bin, many at once; those that are not there or not in this scope are left out. Says which went. */
    @Transactional
    List<UUID> deleteAll(Catalogue catalogue, RecordScope scope, List<UUID> ids, Writing writing) {
        RecordType type = catalogue.type();
        catalogue.actor().require(type.object() + ".delete");
        var gone = sql.delete(type, scope, ids, columns.deletion(catalogue));
        if (!gone.isEmpty()) moved(catalogue, Kind.DELETED, gone, writing);
        return gone;
    }

    /** Back from the recycle bin, all or none; 404 when one of them is not there or not in reach. */
    @Transactional
    public void restoreAll(Catalogue catalogue, List<UUID> ids, Writing writing) {
        RecordType type = catalogue.type();
        catalogue.actor().require(type.object() + ".delete");
        for (var found : finding.findAllOwn(catalogue, ids, type.binned())) {
            checks.check(
                    catalogue,
                    new RecordChange(found.id(), Kind.RESTORED, found.values(), found.values(), writing.duplicates()));
        }
        sql.updateAll(type, ids, type.binned(), columns.restoration(catalogue));
        pooling.restored(type, ids);
        moved(catalogue, Kind.RESTORED, ids, writing);
    }

    private void moved(Catalogue catalogue, Kind moved, List<UUID> ids, Writing writing) {
        RecordType type = catalogue.type();
        type.rules().moved(moved, ids);
        String kind = writing.kindOf(moved);
        history.add(
                type.object(),
                ids.stream().map(id -> new HistorySql.Line(id, kind, List.of())).toList(),
                writing.job());
        announce(catalogue, ids, kind, null, writing.job());
    }

    private Refusal stale(RecordReading.Found found) {
        var by = new LinkedHashMap<String, @Nullable Object>();
        if (found.values().get("changedBy") instanceof UUID person) {
            by.put("id", person.toString());
            by.put("label", labels.of("person", List.of(person)).get(person));
        }
        return Refusal.of(409, "stale")
                .with("version", found.version())
                .with("changedAt", String.valueOf(found.values().get("changedAt")))
                .with("changedBy", by);
    }
}
