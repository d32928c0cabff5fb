package io.chaoxi.platform.record;

import io.chaoxi.platform.rights.Actor;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a type that a person reaches, in a form that an index answers: everything, the rows of one owner, or the
 * rows of some departments, and what was shared with him besides. Objects without an owner are open to the whole firm.
 */
sealed interface RecordScope {
    record Everything() implements RecordScope {}

    record OwnedBy(UUID person) implements RecordScope {}

    record Departments(List<UUID> ids) implements RecordScope {}

    /**
     * His own and what was shared. What belongs to nobody is open by its pool alone, so no share of it counts.
     *
     * @param among column → what it holds in the shared rows: their ids, the record that they belong to, or the person who
     *     gave them to their owner
     */
    record Shared(RecordScope own, Map<String, Set<UUID>> among) implements RecordScope {
        /** The shared rows alone. */
        Condition only(RecordType type) {
            var shared = among.entrySet().stream()
                    .map(one -> type.column(one.getKey(), UUID.class)
                            .eq(DSL.any(one.getValue().toArray(UUID[]::new))))
                    .toList();
            return DSL.or(shared).and(type.column("owner_id").isNotNull());
        }
    }

    /** What waits in these pools. */
    record Pools(List<UUID> ids) implements RecordScope {}

    /** What waits in all pools of the type that the person is a member of. */
    static RecordScope inPools(RecordType type, Actor actor) {
        return new Pools(actor.shares().pools().entrySet().stream()
                .filter(pool -> pool.getValue().object().equals(type.object()))
                .map(Map.Entry::getKey)
                .toList());
    }

    /** What the person may look at. */
    static RecordScope of(RecordType type, Actor actor) {
        return with(type, actor, actor.shares().readable());
    }

    /** What he may change. */
    static RecordScope toWrite(RecordType type, Actor actor) {
        return with(type, actor, actor.shares().writable());
    }

    /** What is in his charge: he may give it away, delete, merge and share it. */
    static RecordScope own(RecordType type, Actor actor) {
        if (!type.owned()) return new Everything();
        return switch (actor.scope(type.object())) {
            case ALL -> new Everything();
            case DEPARTMENT_TREE -> departments(actor, actor.departments());
            case DEPARTMENT -> departments(actor, actor.department() == null ? List.of() : List.of(actor.department()));
            case SELF -> new OwnedBy(actor.person());
        };
    }

    private static RecordScope departments(Actor actor, List<UUID> ids) {
        return ids.isEmpty() ? new OwnedBy(actor.person()) : new Departments(ids);
    }

    private static RecordScope with(RecordType type, Actor actor, Map<String, Set<UUID>> shares) {
        RecordScope own = own(type, actor);
        if (own instanceof Everything) return own;
        var among = new LinkedHashMap<String, Set<UUID>>();
        type.sharedBy().forEach((column, object) -> {
            var ids = shares.getOrDefault(object, Set.of());
            if (!ids.isEmpty()) among.put(column, ids);
        });
        if (type.delegated()) among.put(RecordType.ASSIGNED_BY, Set.of(actor.person()));
        return among.isEmpty() ? own : new Shared(own, among);
    }

    /** As one condition, for counts, single records and conditional updates. */
    default Condition condition(RecordType type) {
        return switch (this) {
            case Everything() -> DSL.noCondition();
            case OwnedBy(UUID person) -> type.column("owner_id").eq(person);
            case Departments(List<UUID> ids) ->
                type.column("owner_department_id").in(ids);
            case Pools(List<UUID> ids) -> pools(type, ids);
            case Shared shared -> shared.own().condition(type).or(shared.only(type));
        };
    }

    private static Condition pools(RecordType type, List<UUID> ids) {
        var pool = type.column("pool_id", UUID.class);
        return ids.size() == 1 ? pool.eq(ids.getFirst()) : pool.in(ids);
    }

    /** Whether a row is among them; {@code columns} tells what its columns hold. */
    default boolean holds(Function<String, @Nullable UUID> columns) {
        return switch (this) {
            case Everything() -> true;
            case OwnedBy(UUID person) -> person.equals(columns.apply("owner_id"));
            case Departments(List<UUID> ids) -> in(ids, columns.apply("owner_department_id"));
            case Pools(List<UUID> ids) -> in(ids, columns.apply("pool_id"));
            case Shared(RecordScope own, Map<String, Set<UUID>> among) ->
                own.holds(columns)
                        || columns.apply("owner_id") != null
                                && among.entrySet().stream()
                                        .anyMatch(one -> in(one.getValue(), columns.apply(one.getKey())));
        };
    }

    private static boolean in(Collection<UUID> ids, @Nullable UUID id) {
        return id != null && ids.contains(id);
    }
}
