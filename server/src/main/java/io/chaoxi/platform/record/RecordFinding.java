package io.chaoxi.platform.record;

import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.RecordReading.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds records by their ids for whoever wants to do something with them, and says what the acting person may do. */
@Service
public class RecordFinding {
    private final RecordSql sql;

    RecordFinding(RecordSql sql) {
        this.sql = sql;
    }

    /** The record as it is stored; 404 when it is not there or not in reach. */
    @Transactional(readOnly = true)
    public Found find(Catalogue catalogue, UUID id) {
        return find(catalogue, id, catalogue.type().alive());
    }

    Found find(Catalogue catalogue, UUID id, Condition state) {
        return sought(catalogue, id, catalogue.scope(), state).orElseThrow(Refusal::notFound);
    }

    /** The same for whoever is about to change it; 403 where it was shared with him to be read. */
    @Transactional(readOnly = true)
    public Found findToWrite(Catalogue catalogue, UUID id) {
        Found found = find(catalogue, id);
        requireWritable(catalogue, found);
        return found;
    }

    void requireWritable(Catalogue catalogue, Found found) {
        if (!isWritable(catalogue, found)) throw Refusal.of(403, "sharedToRead");
    }

    /** The same for what is left to those in whose charge it is, such as deleting; 403 where it was shared with him. */
    @Transactional(readOnly = true)
    public Found findOwn(Catalogue catalogue, UUID id) {
        return findOwn(catalogue, id, catalogue.type().alive());
    }

    Found findOwn(Catalogue catalogue, UUID id, Condition state) {
        Found found = find(catalogue, id, state);
        requireOwn(catalogue, found);
        return found;
    }

    /** 403 where it was shared with him. */
    public void requireOwn(Catalogue catalogue, Found found) {
        if (!isOwn(catalogue, found)) throw Refusal.of(403, "sharedOnly");
    }

    /**
     * The same for a record on which the acting person is about to hang something in this transaction: it is not merged
     * away until that is written.
     */
    @Transactional
    public void hold(Catalogue catalogue, UUID id) {
        RecordType type = catalogue.type();
        catalogue.actor().require(type.object() + ".read");
        if (!sql.hold(type, RecordScope.of(type, catalogue.actor()), id)) throw Refusal.notFound();
    }

    /** Those in the acting person's charge; 403 where one was shared with him. */
    List<Found> findAllOwn(Catalogue catalogue, List<UUID> ids, Condition state) {
        List<Found> found = findAll(catalogue, ids, state);
        found.forEach(one -> requireOwn(catalogue, one));
        return found;
    }

    /** The records of these ids in this state, in the order of the ids; 404 when one is not there or not in reach. */
    private List<Found> findAll(Catalogue catalogue, List<UUID> ids, Condition state) {
        RecordType type = catalogue.type();
        catalogue.actor().require(type.object() + ".read");
        var columns = new RecordFields(type).columns(catalogue.all());
        var reader = new RowReader(catalogue.all());
        Map<UUID, Found> found = sql.find(type, RecordScope.of(type, catalogue.actor()), ids, columns, state).stream()
                .map(reader::found)
                .collect(Collectors.toMap(Found::id, Function.identity()));
        return ids.stream()
                .map(id -> Optional.ofNullable(found.get(id)).orElseThrow(Refusal::notFound))
                .toList();
    }

    /** To give it away takes having it in one's charge; to write anything else of it takes a share to write at least. */
    void requireToChange(Catalogue catalogue, Found found, Map<String, @Nullable Object> given) {
        requireUpdate(catalogue, given.keySet());
        if (givesAway(catalogue, found, given)) requireOwn(catalogue, found);
        else requireWritable(catalogue, found);
    }

    /** Whoever may assign but not update gives records away and changes nothing else. */
    private static void requireUpdate(Catalogue catalogue, Set<String> fields) {
        String object = catalogue.type().object();
        boolean assigns = fields.equals(Set.of("owner")) && catalogue.actor().may(object + ".assign");
        if (!assigns) catalogue.actor().require(object + ".update");
    }

    /** To another owner, or to another record that it belongs to. */
    private static boolean givesAway(Catalogue catalogue, Found found, Map<String, @Nullable Object> given) {
        return catalogue.all().stream()
                .filter(field -> catalogue.type().places(field) && given.containsKey(field.name()))
                .anyMatch(field ->
                        !Objects.equals(given.get(field.name()), found.values().get(field.name())));
    }

    /** Whether a record in reach is in his charge and not shared with him. */
    boolean isOwn(Catalogue catalogue, UUID id) {
        return isOwn(catalogue, find(catalogue, id));
    }

    /** Whether what was found is in his charge and not shared with him. */
    public static boolean isOwn(Catalogue catalogue, Found found) {
        return holds(RecordScope.own(catalogue.type(), catalogue.actor()), catalogue, found);
    }

    private static boolean isWritable(Catalogue catalogue, Found found) {
        return holds(RecordScope.toWrite(catalogue.type(), catalogue.actor()), catalogue, found);
    }

    /** Whether the record is there and in reach. */
    public boolean reaches(Catalogue catalogue, UUID id) {
        return sought(catalogue, id, catalogue.scope(), catalogue.type().alive())
                .isPresent();
    }

    Optional<Found> sought(Catalogue catalogue, UUID id, RecordScope scope, Condition state) {
        RecordType type = catalogue.type();
        catalogue.actor().require(type.object() + ".read");
        var columns = new RecordFields(type);
        return sql.find(type, scope, id, columns.columns(catalogue.all()), state)
                .map(row -> new RowReader(catalogue.all()).found(row));
    }

    /** What the acting person may do with the record, beyond reading it. */
    static List<String> can(Catalogue catalogue, Found found) {
        if (catalogue.pooled()) return canInPool(catalogue);
        var actions = new ArrayList<>(List.of("reveal", "export"));
        if (isWritable(catalogue, found)) actions.add("update");
        if (isOwn(catalogue, found)) actions.addAll(List.of("delete", "assign", "merge", "share"));
        actions.removeIf(action -> !may(catalogue, action));
        boolean owned = found.values().get("owner") != null;
        if (!owned) actions.remove("share");
        boolean open = !catalogue.type().ended(found.values());
        boolean releases = owned && open && catalogue.type().pooled() && isOwn(catalogue, found);
        if (releases && may(catalogue, "claim")) actions.add("release");
        if (releases && may(catalogue, "lock")) actions.add(isLocked(found) ? "unlock" : "lock");
        return actions;
    }

    private static boolean isLocked(Found found) {
        return Boolean.TRUE.equals(found.values().get(Returning.LOCKED));
    }

    private static List<String> canInPool(Catalogue catalogue) {
        return Stream.of("claim", "assign")
                .filter(action -> may(catalogue, action))
                .toList();
    }

    private static boolean may(Catalogue catalogue, String action) {
        return catalogue.actor().may(catalogue.type().object() + "." + action);
    }

    /**
     * The record as it stands, kept from everybody else until the end of the transaction, whoever may look at it; empty
     * when it is not there. For those who decide by other rules than the acting person's reach.
     */
    @Transactional
    public Optional<Found> locked(Catalogue catalogue, UUID id) {
        var columns = new RecordFields(catalogue.type()).columns(catalogue.all());
        return sql.lock(catalogue.type(), id, columns).map(row -> new RowReader(catalogue.all()).found(row));
    }

    private static boolean holds(RecordScope scope, Catalogue catalogue, Found found) {
        return scope.holds(column -> catalogue
                .type()
                .fieldOf(column)
                .map(field -> found.values().get(field.name()))
                .map(UUID.class::cast)
                .orElse(column.equals("id") ? found.id() : null));
    }
}
