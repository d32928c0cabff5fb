package io.chaoxi.pool;

import static chaoxi.tables.Tables.POOL;
import static chaoxi.tables.Tables.TENANT;

import chaoxi.tables.tables.records.PoolRecord;
import io.chaoxi.platform.Ids;
import io.chaoxi.platform.record.PoolOrder;
import io.chaoxi.platform.record.Remembered;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.text.Pinyin;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Pools beyond the record machine's statements: the order in which they take, the first one of a firm. */
@Component
class PoolSql implements PoolOrder {
    private final DSLContext database;
    private final Clock clock;

    PoolSql(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What a pool is of, and whether it is the default one. */
    record Standing(String object, boolean standard) {}

    Optional<Standing> standing(UUID pool) {
        return database.select(POOL.OBJECT, POOL.STANDARD)
                .from(POOL)
                .where(POOL.ID.eq(pool))
                .fetchOptional(row -> new Standing(row.value1(), row.value2()));
    }

    /** Whoever changes a pool waits for those who read here; what he changed is seen by the statement behind the lock. */
    @Override
    public Pools of(String object) {
        hold(object);
        var conditions = new LinkedHashMap<UUID, String>();
        var all = new HashSet<UUID>();
        UUID standard = null;
        for (Record row : database.select(POOL.ID, POOL.STANDARD, POOL.CONDITION)
                .from(POOL)
                .where(POOL.OBJECT.eq(object))
                .and(POOL.DELETED_AT.isNull())
                .orderBy(POOL.POSITION.asc().nullsLast(), POOL.ID)
                .fetch()) {
            all.add(row.get(POOL.ID));
            if (row.get(POOL.STANDARD)) standard = row.get(POOL.ID);
            else if (row.get(POOL.CONDITION) != null) conditions.put(row.get(POOL.ID), row.get(POOL.CONDITION));
        }
        if (standard == null) throw new IllegalStateException("No default pool of " + object);
        return new Pools(standard, conditions, all);
    }

    @Override
    @Transactional(readOnly = true)
    public boolean has(String object, UUID pool) {
        return database.fetchExists(POOL, POOL.ID.eq(pool), POOL.OBJECT.eq(object), POOL.DELETED_AT.isNull());
    }

    private record Held(String object) {}

    /** Keeps pools with their conditions, order and rules as they are until the transaction ends. */
    void hold(String object) {
        Remembered.once(new Held(object), () -> {
            lock("pg_advisory_xact_lock_shared", object);
            return true;
        });
    }

    /** Waits for all who hold them, and keeps others from it until this transaction ends. */
    void lockOrder(String object) {
        lock("pg_advisory_xact_lock", object);
    }

    private void lock(String how, String object) {
        var key = DSL.function(
                "hashtextextended",
                SQLDataType.BIGINT,
                DSL.val("pools " + object),
                DSL.val(Acting.current().tenant()));
        database.select(DSL.function(how, SQLDataType.OTHER, key)).fetch();
    }

    @Override
    public @Nullable Integer heldMost(String object) {
        return database.select(POOL.HELD_MOST)
                .from(POOL)
                .where(POOL.OBJECT.eq(object))
                .and(POOL.STANDARD)
                .fetchOne(POOL.HELD_MOST);
    }

    /** The pools of an object that are there, in their order, the default one last. */
    List<PoolRecord> all(String object) {
        return database.selectFrom(POOL)
                .where(POOL.OBJECT.eq(object))
                .and(POOL.DELETED_AT.isNull())
                .orderBy(POOL.STANDARD, POOL.POSITION.asc().nullsLast(), POOL.ID)
                .fetch();
    }

    Optional<PoolRecord> find(UUID pool) {
        return database.selectFrom(POOL)
                .where(POOL.ID.eq(pool))
                .and(POOL.DELETED_AT.isNull())
                .fetchOptional();
    }

    /** In which the firm counts its days. */
    ZoneId zone() {
        var firm = TENANT.ID.eq(Acting.current().tenant());
        return ZoneId.of(
                database.select(TENANT.TIME_ZONE).from(TENANT).where(firm).fetchSingle(TENANT.TIME_ZONE));
    }

    /** A default pool that a firm begins with. */
    record First(String object, String name, List<String> shown) {}

    /** In the language of the firm. */
    Locale locale() {
        var firm = TENANT.ID.eq(Acting.current().tenant());
        return Locale.of(database.select(TENANT.LOCALE).from(TENANT).where(firm).fetchSingle(TENANT.LOCALE));
    }

    /** The default pools of a new firm, open to everyone. */
    void found(long tenant, List<First> pools) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        UUID by = Acting.current().person();
        for (First first : pools) {
            database.insertInto(POOL)
                    .set(POOL.TENANT_ID, tenant)
                    .set(POOL.ID, Ids.next())
                    .set(POOL.CREATED_AT, now)
                    .set(POOL.CREATED_BY, by)
                    .set(POOL.CHANGED_AT, now)
                    .set(POOL.CHANGED_BY, by)
                    .set(POOL.OBJECT, first.object())
                    .set(POOL.STANDARD, true)
                    .set(POOL.NAME, first.name())
                    .set(POOL.NAME_KEY, Pinyin.sortKey(first.name()))
                    .set(POOL.EVERYONE, true)
                    .set(POOL.SHOWN_FIELDS, first.shown().toArray(String[]::new))
                    .execute();
        }
    }
}
