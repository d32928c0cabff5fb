package io.chaoxi.pool;

import static chaoxi.tables.Tables.CLAIM_DAY;
import static chaoxi.tables.Tables.PERSON;

import chaoxi.tables.tables.records.PoolRecord;
import io.chaoxi.platform.record.RecordType;
import io.chaoxi.platform.rights.Actor;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What claims are counted by: a row for each person, pool and day, and what a person holds, read under his lock. */
@Component
class ClaimSql {
    private final DSLContext database;

    ClaimSql(DSLContext database) {
        this.database = database;
    }

    /** Where a record is, whoever may look at it; {@code from} is the pool that its owner got it out of. */
    record Whereabouts(
            @Nullable UUID owner,
            @Nullable UUID pool,
            @Nullable UUID from) {}

    Optional<Whereabouts> whereabouts(RecordType type, UUID record) {
        var owner = type.column("owner_id", UUID.class);
        var pool = type.column("pool_id", UUID.class);
        var from = type.column("claimed_from_id", UUID.class);
        return database.select(owner, pool, from)
                .from(type.table())
                .where(type.column("id", UUID.class).eq(record))
                .and(type.alive())
                .fetchOptional(row -> new Whereabouts(row.value1(), row.value2(), row.value3()));
    }

    /** One claim of a person after the other, out of whichever pool. */
    void lock(UUID person) {
        database.select(PERSON.ID)
                .from(PERSON)
                .where(PERSON.ID.eq(person))
                .forNoKeyUpdate()
                .fetch();
    }

    /** Counts one more claim of the day unless the limit is reached; says whether it did. */
    boolean count(Actor actor, UUID pool, LocalDate day, int limit) {
        return database.insertInto(CLAIM_DAY)
                        .set(CLAIM_DAY.TENANT_ID, actor.tenant())
                        .set(CLAIM_DAY.PERSON_ID, actor.person())
                        .set(CLAIM_DAY.POOL_ID, pool)
                        .set(CLAIM_DAY.DAY, day)
                        .set(CLAIM_DAY.CLAIMS, 1)
                        .onConflict(CLAIM_DAY.TENANT_ID, CLAIM_DAY.PERSON_ID, CLAIM_DAY.POOL_ID, CLAIM_DAY.DAY)
                        .doUpdate()
                        .set(CLAIM_DAY.CLAIMS, CLAIM_DAY.CLAIMS.plus(1))
                        .where(CLAIM_DAY.CLAIMS.lt(limit))
                        .execute()
                == 1;
    }

    /** Whether a person holds this many that are not at their end, of a grade or of all: no more of them are read. */
    boolean reaches(RecordType type, UUID person, int many, @Nullable String grade) {
        var held = DSL.selectOne()
                .from(type.table())
                .where(type.column("owner_id", UUID.class).eq(person))
                .and(type.alive())
                .and(type.open())
                .and(
                        grade == null
                                ? DSL.noCondition()
                                : type.column("grade", String.class).eq(grade))
                .limit(many)
                .asTable("held");
        return database.fetchCount(held) >= many;
    }

    /** What a person holds that is not at its end, by grade; what has none is under an empty one. */
    Map<String, Integer> held(RecordType type, UUID person) {
        var his =
                type.column("owner_id", UUID.class).eq(person).and(type.alive()).and(type.open());
        if (type.field("grade").isEmpty()) return Map.of("", database.fetchCount(type.table(), his));
        var grade = type.column("grade", String.class);
        Map<String, Integer> held = new HashMap<>();
        database.select(grade, DSL.count())
                .from(type.table())
                .where(his)
                .groupBy(grade)
                .forEach(row -> held.put(row.value1() == null ? "" : row.value1(), row.value2()));
        return held;
    }

    /**
     * How much is in a pool, how much of it came since the day began, and what the person claimed out of it on that day.
     * Numbers of rows are counted up to {@code most}.
     */
    record Fill(int waiting, int arrived, int claimed) {}

    Map<UUID, Fill> fill(RecordType type, List<PoolRecord> pools, UUID person, Today today, int most) {
        var known = DSL.unnest(pools.stream().map(PoolRecord::getId).toArray(UUID[]::new))
                .as("known", "id");
        Field<UUID> id = DSL.field(DSL.name("known", "id"), UUID.class);
        var newest = newest(type, id, most);
        var came = DSL.field(DSL.name("newest", "pooled_at"), OffsetDateTime.class);
        var arrived = DSL.count().filterWhere(came.ge(today.begins()));
        var filled = DSL.lateral(DSL.select(DSL.count().as("waiting"), arrived.as("arrived"))
                        .from(newest))
                .as("filled");
        var claimed = DSL.field(DSL.select(DSL.sum(CLAIM_DAY.CLAIMS).cast(Integer.class))
                .from(CLAIM_DAY)
                .where(CLAIM_DAY.PERSON_ID.eq(person))
                .and(CLAIM_DAY.POOL_ID.eq(id))
                .and(CLAIM_DAY.DAY.eq(today.day())));
        var fills = new HashMap<UUID, Fill>();
        for (Record row : database.select(
                        id,
                        DSL.field(DSL.name("filled", "waiting")),
                        DSL.field(DSL.name("filled", "arrived")),
                        DSL.coalesce(claimed, 0).as("claimed"))
                .from(known)
                .crossJoin(filled)
                .fetch()) {
            fills.put(
                    row.get(id),
                    new Fill(
                            row.get("waiting", Integer.class),
                            row.get("arrived", Integer.class),
                            row.get("claimed", Integer.class)));
        }
        return fills;
    }

    /** A day of the firm and the moment at which it began. */
    record Today(LocalDate day, OffsetDateTime begins) {}

    /** When what waits in a pool came there, the latest first, along the index of lists. */
    private static Table<?> newest(RecordType type, Field<UUID> pool, int most) {
        var came = type.column("pooled_at", OffsetDateTime.class);
        return DSL.select(came)
                .from(type.table())
                .where(type.column("pool_id", UUID.class).eq(pool))
                .and(type.alive())
                .orderBy(came.desc())
                .limit(DSL.inline(most))
                .asTable("newest");
    }

    int forget(LocalDate before) {
        return database.deleteFrom(CLAIM_DAY).where(CLAIM_DAY.DAY.lt(before)).execute();
    }
}
