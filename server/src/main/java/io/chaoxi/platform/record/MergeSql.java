package io.chaoxi.platform.record;

import static chaoxi.tables.Tables.MERGED_RECORD;
import static chaoxi.tables.Tables.MERGE_STEP;
import static chaoxi.tables.Tables.RECORD_MERGE;

import chaoxi.tables.tables.records.RecordMergeRecord;
import io.chaoxi.platform.Ids;
import io.chaoxi.platform.rights.Acting;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The merges of a firm, and which records went into which. */
@Component
class MergeSql {
    private static final JSONB NO_CHANGES = JSONB.valueOf("[]");

    private final DSLContext database;
    private final Clock clock;

    MergeSql(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** Keeps everybody else from writing these records, in one order, so that two merges never wait for each other. */
    void lock(RecordType type, Collection<UUID> records) {
        var id = type.column("id", UUID.class);
        database.select(id)
                .from(type.table())
                .where(id.eq(DSL.any(records.toArray(UUID[]::new))))
                .orderBy(id)
                .forUpdate()
                .fetch();
    }

    void insert(UUID merge, String object, UUID survivor, List<UUID> others, JSONB changes) {
        var actor = Acting.current();
        database.insertInto(RECORD_MERGE)
                .set(RECORD_MERGE.TENANT_ID, actor.tenant())
                .set(RECORD_MERGE.ID, merge)
                .set(RECORD_MERGE.OBJECT, object)
                .set(RECORD_MERGE.SURVIVOR_ID, survivor)
                .set(RECORD_MERGE.AT, now())
                .set(RECORD_MERGE.BY_ID, actor.person())
                .set(RECORD_MERGE.CHANGES, changes)
                .execute();
        var ways = database.insertInto(
                MERGED_RECORD,
                MERGED_RECORD.TENANT_ID,
                MERGED_RECORD.OBJECT,
                MERGED_RECORD.RECORD_ID,
                MERGED_RECORD.SURVIVOR_ID,
                MERGED_RECORD.MERGE_ID);
        for (UUID other : others) ways = ways.values(actor.tenant(), object, other, survivor, merge);
        ways.execute();
    }

    /** Held until the transaction ends, so that a merge is undone once. */
    Optional<RecordMergeRecord> find(UUID merge) {
        return database.selectFrom(RECORD_MERGE)
                .where(RECORD_MERGE.ID.eq(merge))
                .forUpdate()
                .fetchOptional();
    }

    /** The records that went into the survivor. */
    List<UUID> others(UUID merge) {
        return database.select(MERGED_RECORD.RECORD_ID)
                .from(MERGED_RECORD)
                .where(MERGED_RECORD.MERGE_ID.eq(merge))
                .fetch(MERGED_RECORD.RECORD_ID);
    }

    /** Whether nothing was merged with its survivor since, nor the survivor with something else. */
    boolean stands(RecordMergeRecord merge) {
        var later = DSL.selectOne()
                .from(RECORD_MERGE)
                .where(RECORD_MERGE.OBJECT.eq(merge.getObject()))
                .and(RECORD_MERGE.SURVIVOR_ID.eq(merge.getSurvivorId()))
                .and(RECORD_MERGE.UNDONE_AT.isNull())
                .and(RECORD_MERGE.ID.gt(merge.getId()));
        var gone = DSL.selectOne()
                .from(MERGED_RECORD)
                .where(MERGED_RECORD.OBJECT.eq(merge.getObject()))
                .and(MERGED_RECORD.RECORD_ID.eq(merge.getSurvivorId()));
        return !database.fetchExists(later.unionAll(gone));
    }

    /** The records that went into this one, through any number of merges. */
    List<UUID> absorbed(String object, UUID survivor) {
        List<UUID> all = new ArrayList<>();
        Collection<UUID> next = List.of(survivor);
        while (!next.isEmpty()) {
            next = database.select(MERGED_RECORD.RECORD_ID)
                    .from(MERGED_RECORD)
                    .where(MERGED_RECORD.OBJECT.eq(object))
                    .and(MERGED_RECORD.SURVIVOR_ID.in(next))
                    .and(MERGED_RECORD.RECORD_ID.notIn(all))
                    .fetch(MERGED_RECORD.RECORD_ID);
            all.addAll(next);
        }
        return all;
    }

    /** The merges that made these records what they are. */
    List<RecordMergeRecord> of(String object, Collection<UUID> survivors) {
        return database.selectFrom(RECORD_MERGE)
                .where(RECORD_MERGE.OBJECT.eq(object))
                .and(RECORD_MERGE.SURVIVOR_ID.in(survivors))
                .orderBy(RECORD_MERGE.ID)
                .fetch();
    }

    /** The old ids lead to themselves again. */
    void release(UUID merge) {
        database.deleteFrom(MERGED_RECORD)
                .where(MERGED_RECORD.MERGE_ID.eq(merge))
                .execute();
    }

    void undone(UUID merge) {
        database.update(RECORD_MERGE)
                .set(RECORD_MERGE.UNDO_ID, Ids.next())
                .set(RECORD_MERGE.UNDONE_AT, now())
                .set(RECORD_MERGE.UNDONE_BY, Acting.current().person())
                .set(RECORD_MERGE.CHANGES, NO_CHANGES)
                .where(RECORD_MERGE.ID.eq(merge))
                .execute();
    }

    /** Forgets what merges before then changed; they cannot be undone any more. */
    int forget(OffsetDateTime before) {
        return database.update(RECORD_MERGE)
                .set(RECORD_MERGE.CHANGES, NO_CHANGES)
                .where(RECORD_MERGE.AT.lt(before))
                .and(RECORD_MERGE.CHANGES.ne(NO_CHANGES))
                .execute();
    }

    /** A merge of what is gone for good leaves nothing behind. */
    @EventListener
    void on(RecordsForgotten forgotten) {
        Set<UUID> merges = database.select(RECORD_MERGE.ID)
                .from(RECORD_MERGE)
                .where(RECORD_MERGE.SURVIVOR_ID.in(forgotten.ids()))
                .union(DSL.select(MERGED_RECORD.MERGE_ID)
                        .from(MERGED_RECORD)
                        .where(MERGED_RECORD.RECORD_ID.in(forgotten.ids())))
                .fetchSet(RECORD_MERGE.ID);
        if (merges.isEmpty()) return;
        database.deleteFrom(MERGE_STEP).where(MERGE_STEP.MERGE_ID.in(merges)).execute();
        database.deleteFrom(MERGED_RECORD)
                .where(MERGED_RECORD.MERGE_ID.in(merges))
                .execute();
        database.deleteFrom(RECORD_MERGE).where(RECORD_MERGE.ID.in(merges)).execute();
    }
}
