package io.chaoxi.activity;

import static chaoxi.tables.Tables.ACTIVITY;

import chaoxi.tables.tables.records.ActivityRecord;
import io.chaoxi.platform.record.RecordsForgotten;
import io.chaoxi.platform.record.RecordsLeaving;
import java.util.Collection;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.TableField;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What was done with a customer or a lead goes with it when that goes for good. */
@Component
class ActivitiesLeaving {
    private final DSLContext database;
    private final ApplicationEventPublisher events;

    ActivitiesLeaving(DSLContext database, ApplicationEventPublisher events) {
        this.database = database;
        this.events = events;
    }

    @EventListener
    void on(RecordsLeaving leaving) {
        if (leaving.object().equals("contact")) {
            database.update(ACTIVITY)
                    .setNull(ACTIVITY.CONTACT_ID)
                    .where(ACTIVITY.CONTACT_ID.in(leaving.ids()))
                    .execute();
        }
        if (leaving.object().equals("customer")) leave(ACTIVITY.CUSTOMER_ID, ACTIVITY.LEAD_ID, leaving.ids());
        if (leaving.object().equals("lead")) leave(ACTIVITY.LEAD_ID, ACTIVITY.CUSTOMER_ID, leaving.ids());
    }

    /** What is the other one's as well stays there. */
    private void leave(
            TableField<ActivityRecord, UUID> with, TableField<ActivityRecord, UUID> other, Collection<UUID> ids) {
        database.update(ACTIVITY)
                .setNull(with)
                .where(with.in(ids))
                .and(other.isNotNull())
                .execute();
        var gone = database.deleteFrom(ACTIVITY)
                .where(with.in(ids))
                .returningResult(ACTIVITY.ID)
                .fetch(ACTIVITY.ID);
        events.publishEvent(new RecordsForgotten(gone, false));
    }
}
