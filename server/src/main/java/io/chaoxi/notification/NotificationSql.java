package io.chaoxi.notification;

import static chaoxi.tables.Tables.CHANGE;
import static chaoxi.tables.Tables.NOTIFICATION;

import chaoxi.tables.tables.records.NotificationRecord;
import io.chaoxi.platform.Ids;
import io.chaoxi.platform.record.RecordType;
import io.chaoxi.platform.rights.Acting;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Every statement on notifications. Whoever reads or marks them does so with his own. */
@Component
class NotificationSql {
    private static final JSONB OWNER_CHANGED = JSONB.valueOf("[{\"field\":\"owner\"}]");
    private static final List<String> NEWBORN = List.of("created", "imported");

    private final DSLContext database;
    private final Clock clock;

    NotificationSql(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The id of the new notification; null when the person was told of this source before. */
    @Nullable
    UUID insert(UUID person, Notice notice) {
        UUID id = Ids.next();
        int inserted = database.insertInto(NOTIFICATION)
                .set(NOTIFICATION.TENANT_ID, Acting.current().tenant())
                .set(NOTIFICATION.ID, id)
                .set(NOTIFICATION.PERSON_ID, person)
                .set(NOTIFICATION.KIND, notice.kind())
                .set(NOTIFICATION.TITLE, notice.title())
                .set(NOTIFICATION.TEXT, notice.text())
                .set(NOTIFICATION.LINK, notice.link())
                .set(NOTIFICATION.AT, now())
                .set(NOTIFICATION.SOURCE, notice.source())
                .onConflictDoNothing()
                .execute();
        return inserted == 1 ? id : null;
    }

    List<Notification> page(@Nullable UUID after, int limit) {
        return database.selectFrom(NOTIFICATION)
                .where(own())
                .and(after == null ? DSL.noCondition() : NOTIFICATION.ID.lt(after))
                .orderBy(NOTIFICATION.ID.desc())
                .limit(limit)
                .fetch(NotificationSql::notification);
    }

    /** How many are unread, counted up to the limit. */
    int unread(int limit) {
        var unread = DSL.selectOne()
                .from(NOTIFICATION)
                .where(own())
                .and(NOTIFICATION.READ_AT.isNull())
                .limit(limit)
                .asTable("unread");
        Integer count = database.select(DSL.count()).from(unread).fetchSingle().value1();
        return count == null ? 0 : count;
    }

    void read(List<UUID> ids) {
        read(NOTIFICATION.ID.eq(DSL.any(ids.toArray(UUID[]::new))));
    }

    void readAll() {
        read(DSL.noCondition());
    }

    private void read(Condition which) {
        database.update(NOTIFICATION)
                .set(NOTIFICATION.READ_AT, now())
                .where(own())
                .and(NOTIFICATION.READ_AT.isNull())
                .and(which)
                .execute();
    }

    int deleteReadBefore(OffsetDateTime time) {
        return database.deleteFrom(NOTIFICATION)
                .where(NOTIFICATION.READ_AT.lt(time))
                .execute();
    }

    /** The objects whose records a job changed. */
    List<String> changedBy(UUID job) {
        return database.selectDistinct(CHANGE.OBJECT)
                .from(CHANGE)
                .where(CHANGE.JOB_ID.eq(job))
                .fetch(CHANGE.OBJECT);
    }

    /** How many records of the type a job gave to whom; the one who started it is left out. */
    Map<UUID, Integer> assignedBy(UUID job, RecordType type, UUID starter) {
        var owner = type.column("owner_id", UUID.class);
        var count = DSL.countDistinct(CHANGE.RECORD_ID);
        return database.select(owner, count)
                .from(CHANGE)
                .join(type.table())
                .on(type.column("id", UUID.class).eq(CHANGE.RECORD_ID))
                .where(CHANGE.JOB_ID.eq(job))
                .and(CHANGE.OBJECT.eq(type.object()))
                .and(CHANGE.KIND.in(NEWBORN).or(CHANGE.CHANGES.contains(OWNER_CHANGED)))
                .and(owner.isNotNull())
                .and(owner.ne(starter))
                .and(type.alive())
                .groupBy(owner)
                .fetchMap(owner, count);
    }

    private static Condition own() {
        return NOTIFICATION.PERSON_ID.eq(Acting.current().person());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static Notification notification(NotificationRecord row) {
        return new Notification(
                row.getId(),
                row.getKind(),
                row.getTitle(),
                row.getText(),
                row.getLink(),
                row.getAt().toInstant(),
                row.getReadAt() != null);
    }
}
