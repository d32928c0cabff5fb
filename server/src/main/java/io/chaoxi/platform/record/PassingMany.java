package io.chaoxi.platform.record;

import io.chaoxi.platform.record.Countdowns.Due;
import io.chaoxi.platform.record.RecordChange.Kind;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.rights.Actor;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes many records from their owners at once, for the program: a few statements for all of them, and otherwise what
 * happens when one is passed by hand. Whoever calls holds the rows.
 */
@Component
public class PassingMany {
    private final Pooling pooling;
    private final HistorySql history;
    private final DSLContext database;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    PassingMany(
            Pooling pooling, HistorySql history, DSLContext database, Clock clock, ApplicationEventPublisher events) {
        this.pooling = pooling;
        this.history = history;
        this.database = database;
        this.clock = clock;
        this.events = events;
    }

    /**
     * A record on its way.
     *
     * @param from whose it was
     * @param reason why he loses it
     * @param due when it returns from its next owner; never out of a pool
     */
    public record Leaving(UUID id, UUID from, String reason, Due due) {}

    /** Where they go: to a person, into a pool, or, with neither, into the pools whose conditions they meet. */
    public record To(
            @Nullable UUID owner,
            @Nullable UUID department,
            @Nullable UUID pool) {
        public static final To POOLS = new To(null, null, null);
    }

    /** {@code kind}: of the line in their histories, and of the event. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void pass(RecordType type, List<Leaving> records, To to, String kind) {
        if (records.isEmpty()) return;
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Map<UUID, @Nullable UUID> pools = write(type, records, to, now);
        var ids = List.copyOf(pools.keySet());
        if (to.owner() == null && to.pool() == null) pools.putAll(pooling.sort(type, ids));
        var changes = records.stream()
                .map(record -> change(record, to, pools.get(record.id()), now))
                .toList();
        type.rules().passed(changes);
        var lines = changes.stream()
                .map(change -> new HistorySql.Line(change.id(), kind, HistorySql.differences(type.fields(), change)))
                .toList();
        history.add(type.object(), lines, null);
        if (to.owner() == null) events.publishEvent(new OwnersTurned(type.object(), ids));
        Actor actor = Acting.current();
        events.publishEvent(
                new RecordsChanged(actor.tenant(), type.object(), ids, kind, to.owner(), actor.person(), null));
    }

    private static RecordChange change(Leaving record, To to, @Nullable UUID pool, Instant now) {
        var before = new HashMap<String, @Nullable Object>(Map.of("owner", record.from()));
        var after = new HashMap<String, @Nullable Object>();
        after.put(Pooling.REASON, record.reason());
        if (to.owner() != null) after.put("owner", to.owner());
        if (pool != null) {
            after.put(Pooling.POOL, pool);
            after.put(Pooling.SINCE, now);
            after.put("formerOwner", record.from());
        }
        return new RecordChange(record.id(), Kind.CHANGED, before, after, Duplicates.SEEN);
    }

    /** Answers the pool that each is in by now. */
    private Map<UUID, @Nullable UUID> write(RecordType type, List<Leaving> records, To to, Instant now) {
        var leaving = leaving(type, records);
        var id = type.column("id", UUID.class);
        var pool = type.column("pool_id", UUID.class);
        var version = type.column("version", Long.class);
        var pools = new HashMap<UUID, @Nullable UUID>();
        database.update(type.table())
                .set(columns(type, to, leaving, now))
                .set(version, version.plus(1))
                .from(leaving)
                .where(id.eq(column(leaving, "leaving_id", UUID.class)))
                .returningResult(id, pool)
                .forEach(row -> pools.put(row.value1(), row.value2()));
        return pools;
    }

    private static Table<?> leaving(RecordType type, List<Leaving> records) {
        List<UUID> ids = records.stream().map(Leaving::id).toList();
        List<String> reasons = records.stream().map(Leaving::reason).toList();
        List<@Nullable OffsetDateTime> at = new ArrayList<>();
        List<@Nullable OffsetDateTime> warn = new ArrayList<>();
        for (Leaving record : records) {
            at.add(Returning.moment(record.due().returnAt()));
            warn.add(Returning.moment(record.due().warnAt()));
        }
        return DSL.select(
                        Unnested.of("leaving_id", type.column("id", UUID.class), ids),
                        Unnested.of("reason", type.column("pool_reason", String.class), reasons),
                        Unnested.of("at", type.column("return_at", OffsetDateTime.class), at),
                        Unnested.of("warn", type.column("warn_at", OffsetDateTime.class), warn))
                .asTable("leaving");
    }

    private Map<Field<?>, @Nullable Object> columns(RecordType type, To to, Table<?> leaving, Instant now) {
        var moment = Returning.moment(now);
        var columns = new HashMap<Field<?>, @Nullable Object>();
        boolean owned = to.owner() != null;
        columns.put(type.column("owner_id"), to.owner());
        columns.put(type.column("owner_department_id"), to.department());
        columns.put(type.column("pool_id"), owned ? null : to.pool() == null ? pooling.wanted(type) : to.pool());
        columns.put(type.column("pool_chosen"), to.pool() != null);
        columns.put(type.column("pooled_at"), owned ? null : moment);
        columns.put(type.column("former_owner_id"), owned ? null : type.column("owner_id"));
        columns.put(type.column("pool_reason"), owned ? null : column(leaving, "reason", String.class));
        columns.put(type.column("owned_at"), owned ? moment : null);
        columns.put(type.column("return_from"), owned ? moment : null);
        columns.put(type.column("return_at"), column(leaving, "at", OffsetDateTime.class));
        columns.put(type.column("warn_at"), column(leaving, "warn", OffsetDateTime.class));
        columns.put(type.column("warned_for"), null);
        columns.put(type.column("return_locked"), false);
        columns.put(type.column("lock_reason"), null);
        if (type.table().field("untouched_since") != null) {
            columns.put(type.column("untouched_since"), owned ? moment : null);
        }
        columns.put(type.column("changed_at"), moment);
        columns.put(type.column("changed_by"), Acting.current().person());
        return columns;
    }

    private static <T> Field<T> column(Table<?> table, String name, Class<T> type) {
        return Objects.requireNonNull(table.field(name, type));
    }
}
