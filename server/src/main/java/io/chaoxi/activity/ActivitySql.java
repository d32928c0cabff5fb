package io.chaoxi.activity;

import static chaoxi.tables.Tables.ACTIVITY;

import io.chaoxi.platform.record.Touched;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        return database.select(ACTIVITY.CUSTOMER_ID, DSL.count(), last)
                .from(ACTIVITY)
                .where(ACTIVITY.CUSTOMER_ID.in(customers))
                .and(ACTIVITY.DELETED_AT.isNull())
                .groupBy(ACTIVITY.CUSTOMER_ID)
                .fetchMap(
                        row -> row.get(ACTIVITY.CUSTOMER_ID),
                        row -> new Touched.Total(row.value2(), row.get(last).toInstant()));
    }

    Set<UUID> customersOf(Collection<UUID> activities) {
        return database.selectDistinct(ACTIVITY.CUSTOMER_ID)
                .from(ACTIVITY)
                .where(ACTIVITY.ID.in(activities))
                .fetchSet(ACTIVITY.CUSTOMER_ID);
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
