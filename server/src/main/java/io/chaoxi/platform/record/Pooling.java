package io.chaoxi.platform.record;

import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.RecordChange.Kind;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.rights.Actor;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.CaseConditionStep;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps whoever has no owner, and is not at his end, in exactly one pool, whatever took the owner away. The statement that does puts the record
 * into the default pool; right behind it, in the same transaction, it is sorted by the conditions of the pools, which are
 * compiled like filters and so need the row. Where a person chose the pool it stays.
 */
@Component
public class Pooling {
    static final String POOL = "pool";
    static final String SINCE = "pooledAt";
    static final String REASON = "poolReason";
    private static final String CHOSEN = "pool.chosen";
    private static final List<String> FIELDS = List.of(POOL, SINCE, "formerOwner", REASON);

    private final PoolOrder order;
    private final Catalogues catalogues;
    private final Filters filters;
    private final Returning returning;
    private final DSLContext database;
    private final Clock clock;

    Pooling(
            PoolOrder order,
            Catalogues catalogues,
            Filters filters,
            Returning returning,
            DSLContext database,
            Clock clock) {
        this.order = order;
        this.catalogues = catalogues;
        this.filters = filters;
        this.returning = returning;
        this.database = database;
        this.clock = clock;
    }

    /** Completes changes before they are written: what a new owner, or none, means for the pool. */
    void enter(RecordType type, Collection<RecordChange> changes) {
        if (!type.pooled()) return;
        changes.stream().filter(change -> !turns(type, change)).forEach(Pooling::stay);
        changes.stream()
                .filter(change -> turns(type, change) && !waits(type, change.after()))
                .forEach(Pooling::leave);
        var turned = changes.stream()
                .filter(change -> turns(type, change) && waits(type, change.after()))
                .toList();
        if (turned.isEmpty()) return;
        var pools = order.of(type.object());
        turned.forEach(change -> enter(change, pools));
    }

    private static boolean waits(RecordType type, Map<String, ? extends @Nullable Object> values) {
        return values.get("owner") == null && !type.ended(values);
    }

    /** Whether it comes into a pool or out of one. */
    private static boolean turns(RecordType type, RecordChange change) {
        return change.kind() == Kind.CREATED
                || change.kind() == Kind.CHANGED && waits(type, change.after()) != waits(type, change.before());
    }

    private static void stay(RecordChange change) {
        for (String field : FIELDS) {
            Object before = change.before().get(field);
            if (before == null) change.after().remove(field);
            else change.after().put(field, before);
        }
    }

    private static void leave(RecordChange change) {
        FIELDS.forEach(change.after()::remove);
    }

    private void enter(RecordChange change, PoolOrder.Pools pools) {
        boolean chosen = change.kind() == Kind.CREATED
                && change.after().get(POOL) instanceof UUID pool
                && pools.all().contains(pool);
        if (chosen) change.after().put(CHOSEN, true);
        else change.after().put(POOL, pools.standard());
        change.after().put(SINCE, clock.instant().truncatedTo(ChronoUnit.MICROS));
        if (change.before().get("owner") instanceof UUID former) change.after().put("formerOwner", former);
        else change.after().remove("formerOwner");
    }

    /**
     * The columns of a change that entered; none where the owner stays. Out of which pool an owner got it is known while it
     * is his.
     */
    static Map<Field<?>, @Nullable Object> columns(RecordType type, RecordChange change) {
        var columns = new HashMap<Field<?>, @Nullable Object>();
        if (!type.pooled()) return columns;
        if (change.changes("owner") && change.reference("owner") != null) {
            columns.put(type.column("claimed_from_id"), change.before().get(POOL));
        }
        if (!turns(type, change)) return columns;
        var after = change.after();
        columns.put(type.column("pool_id"), after.get(POOL));
        columns.put(
                type.column("pooled_at"),
                after.get(SINCE) instanceof Instant at ? OffsetDateTime.ofInstant(at, ZoneOffset.UTC) : null);
        columns.put(type.column("former_owner_id"), after.get("formerOwner"));
        columns.put(type.column("pool_reason"), after.get(REASON));
        columns.put(type.column("pool_chosen"), after.containsKey(CHOSEN));
        return columns;
    }

    /** Sorts what these changes wrote, and counts when it returns; each then says in which pool its record is. */
    void settle(RecordType type, Collection<RecordChange> changes) {
        if (!type.pooled()) return;
        returning.settle(type, changes);
        var waiting = changes.stream()
                .filter(change -> waits(type, change.after()) && change.kind() != Kind.DELETED)
                .filter(change -> !change.after().containsKey(CHOSEN))
                .collect(Collectors.toMap(RecordChange::id, change -> change));
        sort(type, waiting.keySet()).forEach((id, pool) -> {
            var change = waiting.get(id);
            if (change != null) change.after().put(POOL, pool);
        });
    }

    /** After these records came back from the recycle bin. */
    void restored(RecordType type, Collection<UUID> records) {
        sort(type, records);
        returning.begin(type, records);
    }

    /** Puts those of these records that have no owner where the conditions want them; answers which moved, and where to. */
    public Map<UUID, UUID> sort(RecordType type, Collection<UUID> records) {
        if (!type.pooled() || records.isEmpty()) return Map.of();
        var pools = order.of(type.object());
        var pool = type.column("pool_id", UUID.class);
        var wanted = wanted(type, pools);
        var moved = new HashMap<UUID, UUID>();
        database.update(type.table())
                .set(pool, wanted)
                .where(type.column("id", UUID.class).eq(DSL.any(records.toArray(UUID[]::new))))
                .and(pool.isNotNull())
                .and(type.column("pool_chosen", Boolean.class).isFalse().or(pool.notIn(pools.all())))
                .and(pool.ne(wanted))
                .returningResult(type.column("id", UUID.class), pool)
                .forEach(row -> moved.put(row.value1(), row.value2()));
        return moved;
    }

    /** Where the conditions want a record; for one that still has an owner, as it stands with him. */
    Field<UUID> wanted(RecordType type) {
        return wanted(type, order.of(type.object()));
    }

    private Field<UUID> wanted(RecordType type, PoolOrder.Pools pools) {
        Field<UUID> standard = DSL.val(pools.standard());
        CaseConditionStep<UUID> cases = null;
        for (var pool : pools.conditions().entrySet()) {
            Condition met = compiled(type, pool.getValue());
            cases = cases == null ? DSL.when(met, pool.getKey()) : cases.when(met, pool.getKey());
        }
        return cases == null ? standard : cases.otherwise(standard);
    }

    /** As the program, for a condition counts for everybody. One that no longer can be read, for its field is gone, holds for nobody. */
    private Condition compiled(RecordType type, String condition) {
        var actor = Acting.current();
        return Acting.as(Actor.system(actor.tenant(), actor.zone()), () -> {
            try {
                return filters.compile(catalogues.of(type), condition);
            } catch (Refusal gone) {
                return DSL.falseCondition();
            }
        });
    }
}
