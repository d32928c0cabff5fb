package io.chaoxi.platform.record;

import io.chaoxi.platform.record.Countdowns.Due;
import io.chaoxi.platform.record.RecordChange.Kind;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps on each record that has an owner when it returns to its pool, whatever writes what that depends on: a new owner's
 * day is in the statement that makes him the owner; another grade, the end of a lock, a record that is opened again and the way back
 * from the bin are
 * counted right behind their statement, under its lock, since a touch may have come between.
 */
@Component
public class Returning {
    static final String LOCKED = "returnLocked";
    static final String REASON = "lockReason";

    private final ReturnOrder order;
    private final DSLContext database;
    private final Clock clock;

    Returning(ReturnOrder order, DSLContext database, Clock clock) {
        this.order = order;
        this.database = database;
        this.clock = clock;
    }

    /** What returns to pools keeps when. */
    private static boolean returns(RecordType type) {
        return type.hasColumn("return_at");
    }

    /** The rules for one statement, asked for when the first record of it needs them. */
    final class Writer {
        private final RecordType type;
        private @Nullable Countdowns countdowns;

        private Writer(RecordType type) {
            this.type = type;
        }

        /** The columns that a change brings with it. */
        Map<Field<?>, @Nullable Object> columns(RecordChange change) {
            if (!returns(type) || change.kind() == Kind.DELETED || change.kind() == Kind.RESTORED) return Map.of();
            if (change.kind() == Kind.CREATED || change.changes("owner")) return ofOwner(change);
            if (type.ended(change.after())) return type.ended(change.before()) ? Map.of() : of(type, Due.NEVER);
            return change.changes(LOCKED) ? ofLock(change) : Map.of();
        }

        private Map<Field<?>, @Nullable Object> ofOwner(RecordChange change) {
            if (change.after().containsKey(LOCKED)) change.after().put(LOCKED, false);
            change.after().remove(REASON);
            UUID owner = change.reference("owner");
            Instant now = now();
            UUID pool = (UUID) change.before().get(Pooling.POOL);
            Due due = owner == null || type.ended(change.after())
                    ? Due.NEVER
                    : countdowns()
                            .of(Standing.fresh(
                                    owner, pool, (String) change.after().get("grade"), now));
            var columns = new HashMap<Field<?>, @Nullable Object>();
            columns.put(type.column("owned_at"), owner == null ? null : moment(now));
            columns.put(type.column("return_from"), owner == null ? null : moment(now));
            columns.put(type.column("return_locked"), false);
            columns.put(type.column("lock_reason"), null);
            columns.putAll(of(type, due));
            return columns;
        }

        private Map<Field<?>, @Nullable Object> ofLock(RecordChange change) {
            boolean locked = Boolean.TRUE.equals(change.after().get(LOCKED));
            var columns = new HashMap<Field<?>, @Nullable Object>();
            columns.put(type.column("return_locked"), locked);
            columns.put(type.column("lock_reason"), change.after().get(REASON));
            if (locked) columns.putAll(of(type, Due.NEVER));
            return columns;
        }

        private Countdowns countdowns() {
            if (countdowns == null) countdowns = order.of(type.object());
            return countdowns;
        }
    }

    Writer writer(RecordType type) {
        return new Writer(type);
    }

    /** The columns that hold a day for which nobody was warned yet. */
    private static Map<Field<?>, @Nullable Object> of(RecordType type, Due due) {
        var columns = new HashMap<Field<?>, @Nullable Object>();
        columns.put(type.column("return_at"), moment(due.returnAt()));
        columns.put(type.column("warn_at"), moment(due.warnAt()));
        columns.put(type.column("warned_for"), null);
        return columns;
    }

    /** Counts anew what these changes wrote, where it follows from more than the change. */
    void settle(RecordType type, Collection<RecordChange> changes) {
        if (!returns(type)) return;
        List<UUID> again = new ArrayList<>();
        List<UUID> fromNow = new ArrayList<>();
        for (RecordChange change : changes) {
            if (change.kind() == Kind.RESTORED) fromNow.add(change.id());
            if (change.kind() != Kind.CHANGED || change.changes("owner")) continue;
            if (change.changes(LOCKED) || reopened(type, change)) fromNow.add(change.id());
            else if (change.changes("grade")) again.add(change.id());
        }
        count(type, again, false);
        begin(type, fromNow);
    }

    private static boolean reopened(RecordType type, RecordChange change) {
        return type.ended(change.before()) && !type.ended(change.after());
    }

    /** The time of these records begins anew. */
    void begin(RecordType type, Collection<UUID> records) {
        if (returns(type)) count(type, records, true);
    }

    /** Counts these records anew by the rules as they are; says how many stand otherwise now. */
    public int count(RecordType type, Collection<UUID> records) {
        return count(type, records, false);
    }

    private int count(RecordType type, Collection<UUID> records, boolean fromNow) {
        if (records.isEmpty()) return 0;
        var countdowns = order.of(type.object());
        var standings = lock(type, records, false, DSL.noCondition());
        Instant now = now();
        var dues = new LinkedHashMap<UUID, Due>();
        standings.forEach((id, standing) -> {
            var due = countdowns.of(fromNow ? standing.anew(now) : standing);
            if (fromNow || !stands(standing, due)) dues.put(id, due);
        });
        write(type, dues, at -> fromNow ? Map.of(type.column("return_from"), moment(now)) : Map.of());
        return dues.size();
    }

    private static boolean stands(Standing standing, Due due) {
        return Objects.equals(standing.returnAt(), due.returnAt()) && Objects.equals(standing.warnAt(), due.warnAt());
    }

    /** Those of these records that have an owner, by id, kept from everybody else until the transaction ends. */
    public Map<UUID, Standing> lock(RecordType type, Collection<UUID> records, boolean skip, Condition which) {
        List<Field<?>> columns = new ArrayList<>(List.of(type.column("id")));
        columns.addAll(Standing.columns(type));
        var rows = database.select(columns)
                .from(type.table())
                .where(type.column("id", UUID.class).eq(DSL.any(records.toArray(UUID[]::new))))
                .and(type.column("owner_id").isNotNull())
                .and(which)
                .orderBy(type.column("id"))
                .forNoKeyUpdate();
        var found = new LinkedHashMap<UUID, Standing>();
        for (Record row : skip ? rows.skipLocked().fetch() : rows.fetch()) {
            found.put(row.get("id", UUID.class), Standing.of(row));
        }
        return found;
    }

    /** Writes when these records return. It is no edit: no version, no line of history. */
    public void write(RecordType type, Map<UUID, Due> dues) {
        write(type, dues, counted -> Map.of());
    }

    /** The same for those of whose owners are warned of that day by it. */
    public void writeWarned(RecordType type, Map<UUID, Due> dues) {
        write(type, dues, counted -> Map.of(type.column("warned_for"), counted));
    }

    /** {@code beside}: further columns, from that which holds the new day. */
    private void write(
            RecordType type,
            Map<UUID, Due> dues,
            Function<Field<?>, Map<Field<?>, ? extends @Nullable Object>> beside) {
        if (dues.isEmpty()) return;
        var ids = new ArrayList<UUID>(dues.keySet());
        var at = ids.stream().map(id -> moment(due(dues, id).returnAt())).toList();
        var warn = ids.stream().map(id -> moment(due(dues, id).warnAt())).toList();
        var counted = DSL.select(
                        Unnested.of("id", type.column("id", UUID.class), ids),
                        Unnested.of("return_at", type.column("return_at", OffsetDateTime.class), at),
                        Unnested.of("warn_at", type.column("warn_at", OffsetDateTime.class), warn))
                .asTable("counted");
        var returnAt = Objects.requireNonNull(counted.field("return_at", OffsetDateTime.class));
        database.update(type.table())
                .set(type.column("return_at", OffsetDateTime.class), returnAt)
                .set(type.column("warn_at", OffsetDateTime.class), counted.field("warn_at", OffsetDateTime.class))
                .set(beside.apply(returnAt))
                .from(counted)
                .where(type.column("id", UUID.class).eq(counted.field("id", UUID.class)))
                .execute();
    }

    private static Due due(Map<UUID, Due> dues, UUID id) {
        return Objects.requireNonNull(dues.get(id));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    public static @Nullable OffsetDateTime moment(@Nullable Instant instant) {
        return instant == null ? null : OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
