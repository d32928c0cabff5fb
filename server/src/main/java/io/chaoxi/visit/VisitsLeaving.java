package io.chaoxi.visit;

import static chaoxi.tables.Tables.VISIT;

import io.chaoxi.platform.record.RecordsForgotten;
import io.chaoxi.platform.record.RecordsLeaving;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Visits of a customer go with it when that goes for good; of a contact nothing but the name goes, by the tables' keys. */
@Component
class VisitsLeaving {
    private final VisitSql sql;
    private final ApplicationEventPublisher events;

    VisitsLeaving(VisitSql sql, ApplicationEventPublisher events) {
        this.sql = sql;
        this.events = events;
    }

    @EventListener
    void on(RecordsLeaving leaving) {
        if (!leaving.object().equals("customer")) return;
        var gone = sql.delete(VISIT.CUSTOMER_ID.in(leaving.ids()));
        events.publishEvent(new RecordsForgotten(gone, false));
    }
}
