package io.chaoxi.visit;

import static chaoxi.tables.Tables.CONTACT;
import static chaoxi.tables.Tables.VISIT;
import static chaoxi.tables.Tables.VISIT_MET;

import io.chaoxi.platform.Ids;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.workday.FirmMoments;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Statements on visits beyond those of the record machine. */
@Component
class VisitSql {
    private final DSLContext database;
    private final Clock clock;

    VisitSql(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The days of the firm begin at another time: what is planned and not missed begins, and is late, by its new clock. */
    void planAnew(Duration grace) {
        var starts = FirmMoments.at(VISIT.PLANNED_ON, VISIT.FROM_TIME);
        var over = FirmMoments.dayOver(VISIT.PLANNED_ON);
        var late =
                DSL.field("{0} + {1} * interval '1 second'", starts.getDataType(), starts, DSL.val(grace.toSeconds()));
        database.update(VISIT)
                .set(VISIT.STARTS_AT, starts)
                .set(VISIT.LATE_FROM, DSL.coalesce(late, over))
                .set(VISIT.MISSED_FROM, over)
                .where(VISIT.STATUS.eq(VisitStatus.PLANNED))
                .and(VISIT.MISSED_FROM.gt(clock.instant().atOffset(ZoneOffset.UTC)))
                .execute();
    }

    /** The requests by which a visit was begun and ended, as the telephone called them. */
    record Keys(@Nullable String in, @Nullable String out) {}

    Keys keys(UUID visit) {
        return database.select(VISIT.IN_KEY, VISIT.OUT_KEY)
                .from(VISIT)
                .where(VISIT.ID.eq(visit))
                .fetchSingle(row -> new Keys(row.value1(), row.value2()));
    }

    /** What of a beginning is nobody's but whoever was there. */
    void begun(UUID visit, Occasion occasion) {
        var place = occasion.place();
        database.update(VISIT)
                .set(VISIT.IN_KEY, occasion.key())
                .set(VISIT.IN_RECEIVED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .set(VISIT.IN_LATITUDE, place == null ? null : place.latitude())
                .set(VISIT.IN_LONGITUDE, place == null ? null : place.longitude())
                .set(VISIT.IN_ACCURACY, place == null ? null : place.accuracy())
                .where(VISIT.ID.eq(visit))
                .execute();
    }

    void ended(UUID visit, Occasion occasion, @Nullable UUID activity) {
        var place = occasion.place();
        database.update(VISIT)
                .set(VISIT.OUT_KEY, occasion.key())
                .set(VISIT.OUT_RECEIVED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .set(VISIT.OUT_LATITUDE, place == null ? null : place.latitude())
                .set(VISIT.OUT_LONGITUDE, place == null ? null : place.longitude())
                .set(VISIT.OUT_ACCURACY, place == null ? null : place.accuracy())
                .set(VISIT.ACTIVITY_ID, activity)
                .where(VISIT.ID.eq(visit))
                .execute();
    }

    /** Where and when somebody was, by his clock and by ours. */
    Stay stay(UUID visit) {
        return database.selectFrom(VISIT)
                .where(VISIT.ID.eq(visit))
                .fetchSingle(row -> new Stay(
                        place(row, VISIT.IN_LATITUDE, VISIT.IN_LONGITUDE, VISIT.IN_ACCURACY),
                        row.getInReceivedAt() == null
                                ? null
                                : row.getInReceivedAt().toInstant(),
                        place(row, VISIT.OUT_LATITUDE, VISIT.OUT_LONGITUDE, VISIT.OUT_ACCURACY),
                        row.getOutReceivedAt() == null
                                ? null
                                : row.getOutReceivedAt().toInstant()));
    }

    private static @Nullable Place place(
            Record row,
            TableField<?, BigDecimal> latitude,
            TableField<?, BigDecimal> longitude,
            TableField<?, Integer> accuracy) {
        BigDecimal north = row.get(latitude);
        return north == null ? null : new Place(north, row.get(longitude), row.get(accuracy));
    }

    /** Those of these contacts who work for the customer. */
    Set<UUID> working(UUID customer, Collection<UUID> contacts) {
        return new LinkedHashSet<>(database.select(CONTACT.ID)
                .from(CONTACT)
                .where(CONTACT.ID.in(contacts))
                .and(CONTACT.CUSTOMER_ID.eq(customer))
                .and(CONTACT.DELETED_AT.isNull())
                .fetch(CONTACT.ID));
    }

    void met(UUID visit, Collection<UUID> contacts) {
        var rows = contacts.stream()
                .map(contact -> {
                    var row = database.newRecord(VISIT_MET);
                    row.setTenantId(Acting.current().tenant());
                    row.setId(Ids.next());
                    row.setVisitId(visit);
                    row.setContactId(contact);
                    return row;
                })
                .toList();
        if (!rows.isEmpty()) database.insertInto(VISIT_MET).set(rows).execute();
    }

    /** Whom somebody met there, in the order in which he named them. */
    Set<UUID> met(UUID visit) {
        return new LinkedHashSet<>(database.select(VISIT_MET.CONTACT_ID)
                .from(VISIT_MET)
                .where(VISIT_MET.VISIT_ID.eq(visit))
                .orderBy(VISIT_MET.ID)
                .fetch(VISIT_MET.CONTACT_ID));
    }

    /** Those of these customers whom somebody of the firm visits or visited. */
    List<UUID> inUse(Collection<UUID> customers) {
        return database.selectDistinct(VISIT.CUSTOMER_ID)
                .from(VISIT)
                .where(VISIT.CUSTOMER_ID.in(customers))
                .andNot(VISIT.SAMPLE)
                .fetch(VISIT.CUSTOMER_ID);
    }

    void markSample(Collection<UUID> visits) {
        database.update(VISIT)
                .set(VISIT.SAMPLE, true)
                .where(VISIT.ID.in(visits))
                .execute();
    }

    List<UUID> delete(Condition which) {
        return database.deleteFrom(VISIT).where(which).returningResult(VISIT.ID).fetch(VISIT.ID);
    }
}
