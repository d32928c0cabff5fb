package io.chaoxi.privacy;

import static chaoxi.tables.Tables.RETENTION_HOLD;

import io.chaoxi.platform.Ids;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.RecordsForgotten;
import io.chaoxi.platform.rights.Acting;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Every statement on what keeps people from being erased. */
@Component
class HoldSql {
    private final DSLContext database;
    private final Clock clock;

    HoldSql(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Of these records, the oldest first. */
    List<Hold> of(String object, Collection<UUID> records) {
        return database.selectFrom(RETENTION_HOLD)
                .where(RETENTION_HOLD.OBJECT.eq(object))
                .and(RETENTION_HOLD.RECORD_ID.in(records))
                .orderBy(RETENTION_HOLD.ID)
                .fetch(HoldSql::hold);
    }

    /** Whether nobody holds the record of that id. */
    Condition free(String object, Field<UUID> id) {
        return DSL.notExists(DSL.selectOne()
                .from(RETENTION_HOLD)
                .where(RETENTION_HOLD.OBJECT.eq(object))
                .and(RETENTION_HOLD.RECORD_ID.eq(id)));
    }

    /** 409 while one of these is held. */
    void refuse(String object, Collection<UUID> records) {
        if (!of(object, records).isEmpty()) throw Refusal.of(409, "personHeld");
    }

    Hold add(String object, UUID record, String reason) {
        var hold = new Hold(
                Ids.next(), record, reason, clock.instant(), Acting.current().person());
        database.insertInto(RETENTION_HOLD)
                .set(RETENTION_HOLD.TENANT_ID, Acting.current().tenant())
                .set(RETENTION_HOLD.ID, hold.id())
                .set(RETENTION_HOLD.OBJECT, object)
                .set(RETENTION_HOLD.RECORD_ID, record)
                .set(RETENTION_HOLD.REASON, reason)
                .set(RETENTION_HOLD.AT, hold.at().atOffset(ZoneOffset.UTC))
                .set(RETENTION_HOLD.BY_ID, hold.by())
                .execute();
        return hold;
    }

    /** Says whether it was there. */
    boolean delete(String object, UUID record, UUID id) {
        return database.deleteFrom(RETENTION_HOLD)
                        .where(RETENTION_HOLD.ID.eq(id))
                        .and(RETENTION_HOLD.OBJECT.eq(object))
                        .and(RETENTION_HOLD.RECORD_ID.eq(record))
                        .execute()
                > 0;
    }

    @EventListener
    void on(RecordsForgotten forgotten) {
        drop(forgotten.ids());
    }

    /** All of records that are gone. */
    void drop(Collection<UUID> records) {
        database.deleteFrom(RETENTION_HOLD)
                .where(RETENTION_HOLD.RECORD_ID.in(records))
                .execute();
    }

    private static Hold hold(Record row) {
        return new Hold(
                row.get(RETENTION_HOLD.ID),
                row.get(RETENTION_HOLD.RECORD_ID),
                row.get(RETENTION_HOLD.REASON),
                row.get(RETENTION_HOLD.AT).toInstant(),
                row.get(RETENTION_HOLD.BY_ID));
    }
}
