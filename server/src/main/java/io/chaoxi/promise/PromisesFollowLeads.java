package io.chaoxi.promise;

import static chaoxi.tables.Tables.PROMISE;

import io.chaoxi.platform.record.RecordsChanged;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Within the transaction in which a lead becomes a customer, what is still owed to it is owed to the customer; what was kept
 * stays with the lead.
 */
@Component
class PromisesFollowLeads {
    private final PromiseSql sql;
    private final ApplicationEventPublisher events;

    PromisesFollowLeads(PromiseSql sql, ApplicationEventPublisher events) {
        this.sql = sql;
        this.events = events;
    }

    @EventListener
    void on(RecordsChanged event) {
        if (!event.object().equals("lead") || !event.kind().equals("converted")) return;
        var moved = sql.follow(PROMISE.LEAD_ID.in(event.ids()));
        if (moved.isEmpty()) return;
        events.publishEvent(
                new RecordsChanged(event.tenant(), "promise", moved, "changed", null, event.by(), event.job()));
    }
}
