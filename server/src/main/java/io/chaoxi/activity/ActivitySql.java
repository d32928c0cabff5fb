package io.chaoxi.activity;

import static chaoxi.tables.Tables.ACTIVITY;

import io.chaoxi.platform.record.Touched;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record3;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Statements on activities beyond those of the record machine. */
@Component
class ActivitySql {
    private final DSLContext database;

    ActivitySql(DSLContext database) {
        this.database = database;
    }

    Map<UUID, Touched.Total> touches(With with, Collection<UUID> records) {
        var last = DSL.max(ACTIVITY.AT);
        var totals = new HashMap<UUID, Touched.Total>();
        database.select(with.column, ACTIVITY.KIND, DSL.count(), last)
                .from(ACTIVITY)
                .where(with.column.in(records))
                .and(ACTIVITY.DELETED_AT.isNull())
                .groupBy(with.column, ACTIVITY.KIND)
                .forEach(row -> {
                    Instant at = row.value4().toInstant();
                    var ofKind = new Touched.Total(row.value3(), at, Map.of(row.value2(), at));
                    totals.merge(row.value1(), ofKind, Touched.Total::and);
                });
        return totals;
    }

    /** With what these activities were, and the date that the latest of each names, if one does. */
    Map<UUID, Optional<LocalDate>> dates(With with, Collection<UUID> activities) {
        var dates = new HashMap<UUID, Optional<LocalDate>>();
        database.select(with.column, ACTIVITY.NEXT_FOLLOW_UP)
                .from(ACTIVITY)
                .where(ACTIVITY.ID.in(activities))
                .and(with.column.isNotNull())
                .orderBy(ACTIVITY.AT, ACTIVITY.ID)
                .forEach(row -> dates.merge(
                        row.value1(),
                        Optional.ofNullable(row.value2()),
                        (one, later) -> later.isPresent() ? later : one));
        return dates;
    }

    /** What was done with a lead is the customer's too, and the person's where nobody else is named; whether there was any. */
    boolean handOver(UUID lead, UUID customer, @Nullable UUID contact) {
        int handed = database.update(ACTIVITY)
                .set(ACTIVITY.CUSTOMER_ID, customer)
                .set(ACTIVITY.CONTACT_ID, DSL.coalesce(ACTIVITY.CONTACT_ID, DSL.val(contact, ACTIVITY.CONTACT_ID)))
                .where(ACTIVITY.LEAD_ID.eq(lead))
                .and(ACTIVITY.CUSTOMER_ID.isNull())
                .execute();
        return handed > 0;
    }

    /** Those of these customers or leads with which something was done that is no sample. */
    List<UUID> inUse(With with, Collection<UUID> records) {
        return database.selectDistinct(with.column)
                .from(ACTIVITY)
                .where(with.column.in(records))
                .andNot(ACTIVITY.SAMPLE)
                .fetch(with.column);
    }

    void markSample(Collection<UUID> activities) {
        database.update(ACTIVITY)
                .set(ACTIVITY.SAMPLE, true)
                .where(ACTIVITY.ID.in(activities))
                .execute();
    }

    /** What is gone, and of which customer and lead it was. */
    Result<Record3<UUID, UUID, UUID>> deleteSample() {
        return database.deleteFrom(ACTIVITY)
                .where(ACTIVITY.SAMPLE)
                .returningResult(ACTIVITY.ID, ACTIVITY.CUSTOMER_ID, ACTIVITY.LEAD_ID)
                .fetch();
    }

    boolean any() {
        return database.fetchExists(DSL.selectOne().from(ACTIVITY).where(ACTIVITY.SAMPLE.isFalse()));
    }
}
