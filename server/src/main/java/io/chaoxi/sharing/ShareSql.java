package io.chaoxi.sharing;

import static chaoxi.tables.Tables.RECORD_SHARE;

import chaoxi.tables.tables.records.RecordShareRecord;
import io.chaoxi.platform.Ids;
import io.chaoxi.platform.record.RecordsForgotten;
import io.chaoxi.platform.rights.Acting;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Every statement on shares but the one that reads a person's own, which is identity's. */
@Component
class ShareSql {
    private final DSLContext database;
    private final Clock clock;

    ShareSql(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Those that still hold, the newest first; a merge may have brought two for one grantee. */
    List<RecordShareRecord> of(String object, UUID record) {
        return database.selectFrom(RECORD_SHARE)
                .where(onRecord(object, record))
                .and(holding())
                .orderBy(RECORD_SHARE.ID.desc())
                .fetch();
    }

    /** Whoever shares this record waits for this transaction's end. */
    void lock(String object, UUID record) {
        var hash = DSL.function(
                "hashtextextended", SQLDataType.BIGINT, DSL.val("share " + object + record), DSL.inline(0L));
        database.select(DSL.function("pg_advisory_xact_lock", SQLDataType.OTHER, hash))
                .fetch();
    }

    int countOf(Grantee grantee, String object) {
        return database.fetchCount(
                RECORD_SHARE, RECORD_SHARE.GRANTEE_ID.eq(grantee.id()), RECORD_SHARE.OBJECT.eq(object), holding());
    }

    UUID insert(String object, UUID record, Grantee grantee, boolean writable, @Nullable Instant end) {
        UUID id = Ids.next();
        var actor = Acting.current();
        database.insertInto(RECORD_SHARE)
                .set(RECORD_SHARE.TENANT_ID, actor.tenant())
                .set(RECORD_SHARE.ID, id)
                .set(RECORD_SHARE.OBJECT, object)
                .set(RECORD_SHARE.RECORD_ID, record)
                .set(RECORD_SHARE.GRANTEE, grantee.kind().key())
                .set(RECORD_SHARE.GRANTEE_ID, grantee.id())
                .set(RECORD_SHARE.WRITABLE, writable)
                .set(RECORD_SHARE.ENDS_AT, end == null ? null : end.atOffset(ZoneOffset.UTC))
                .set(RECORD_SHARE.AT, now())
                .set(RECORD_SHARE.BY_ID, actor.person())
                .execute();
        return id;
    }

    /** Says whether there was any. */
    boolean delete(String object, UUID record, Grantee grantee) {
        return database.deleteFrom(RECORD_SHARE)
                        .where(onRecord(object, record))
                        .and(RECORD_SHARE.GRANTEE.eq(grantee.kind().key()))
                        .and(RECORD_SHARE.GRANTEE_ID.eq(grantee.id()))
                        .execute()
                > 0;
    }

    /** Says whether there were any. */
    boolean deleteAll(String object, Collection<UUID> records) {
        return !records.isEmpty()
                && database.deleteFrom(RECORD_SHARE)
                                .where(RECORD_SHARE.OBJECT.eq(object))
                                .and(RECORD_SHARE.RECORD_ID.in(records))
                                .execute()
                        > 0;
    }

    @EventListener
    void on(RecordsForgotten forgotten) {
        database.deleteFrom(RECORD_SHARE)
                .where(RECORD_SHARE.RECORD_ID.in(forgotten.ids()))
                .execute();
    }

    private static Condition onRecord(String object, UUID record) {
        return RECORD_SHARE.OBJECT.eq(object).and(RECORD_SHARE.RECORD_ID.eq(record));
    }

    private Condition holding() {
        return RECORD_SHARE.ENDS_AT.isNull().or(RECORD_SHARE.ENDS_AT.gt(now()));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
