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
import org.jooq.Record2;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Statements on activities beyond those of the record machine. */
@Component
class ActivitySql {
    private final DSLContext database;

    ActivitySql(DSLContext database) {
        this.database = database;
    }

    Map<UUID, Touched.Total> touches(Collection<UUID> customers) {
        var last = DSL.max(ACTIVITY.AT);
        var totals = new HashMap<UUID, Touched.Total>();
        database.select(ACTIVITY.CUSTOMER_ID, ACTIVITY.KIND, DSL.count(), last)
                .from(ACTIVITY)
                .where(ACTIVITY.CUSTOMER_ID.in(customers))
                .and(ACTIVITY.DELETED_AT.isNull())
                .groupBy(ACTIVITY.CUSTOMER_ID, ACTIVITY.KIND)
                .forEach(row -> {
                    Instant at = row.value4().toInstant();
                    var ofKind = new Touched.Total(row.value3(), at, Map.of(row.value2(), at));
                    totals.merge(row.value1(), ofKind, Touched.Total::and);
                });
        return totals;
    }

    /** The customers of these activities, and the date that the latest of each names, if one does. */
    Map<UUID, Optional<LocalDate>> dates(Collection<UUID> activities) {
        var dates = new HashMap<UUID, Optional<LocalDate>>();
        database.select(ACTIVITY.CUSTOMER_ID, ACTIVITY.NEXT_FOLLOW_UP)
                .from(ACTIVITY)
                .where(ACTIVITY.ID.in(activities))
                .orderBy(ACTIVITY.AT, ACTIVITY.ID)
                .forEach(row -> dates.merge(
                        row.value1(),
                        Optional.ofNullable(row.value2()),
                        (one, later) -> later.isPresent() ? later : one));
        return dates;
    }

    /** Those of these customers with which something was done that is no sample. */
    List<UUID> inUse(Collection<UUID> customers) {
        return database.selectDistinct(ACTIVITY.CUSTOMER_ID)
                .from(ACTIVITY)
                .where(ACTIVITY.CUSTOMER_ID.in(customers))
                .andNot(ACTIVITY.SAMPLE)
                .fetch(ACTIVITY.CUSTOMER_ID);
    }

    void markSample(Collection<UUID> activities) {
        database.update(ACTIVITY)
                .set(ACTIVITY.SAMPLE, true)
                .where(ACTIVITY.ID.in(activities))
                .execute();
    }

    /** What is gone, and of which customer it was. */
    List<Record2<UUID, UUID>> deleteSample() {
        return database.deleteFrom(ACTIVITY)
                .where(ACTIVITY.SAMPLE)
                .returningResult(ACTIVITY.ID, ACTIVITY.CUSTOMER_ID)
                .fetch();
    }

    boolean any() {
        return database.fetchExists(DSL.selectOne().from(ACTIVITY).where(ACTIVITY.SAMPLE.isFalse()));
    }
}
