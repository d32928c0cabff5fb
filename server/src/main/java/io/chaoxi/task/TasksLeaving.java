package io.chaoxi.task;

import static chaoxi.tables.Tables.TASK;

import io.chaoxi.platform.record.RecordsForgotten;
import io.chaoxi.platform.record.RecordsLeaving;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tasks about a customer go with it when that goes for good. */
@Component
class TasksLeaving {
    private final DSLContext database;
    private final ApplicationEventPublisher events;

    TasksLeaving(DSLContext database, ApplicationEventPublisher events) {
        this.database = database;
        this.events = events;
    }

    @EventListener
    void on(RecordsLeaving leaving) {
        if (leaving.object().equals("contact")) {
            database.update(TASK)
                    .setNull(TASK.CONTACT_ID)
                    .where(TASK.CONTACT_ID.in(leaving.ids()))
                    .execute();
        }
        if (leaving.object().equals("customer")) {
            var gone = database.deleteFrom(TASK)
                    .where(TASK.CUSTOMER_ID.in(leaving.ids()))
                    .returningResult(TASK.ID)
                    .fetch(TASK.ID);
            events.publishEvent(new RecordsForgotten(gone, false));
        }
    }
}
