package io.chaoxi.task;

import static chaoxi.tables.Tables.TASK;

import io.chaoxi.platform.record.RecordsChanged;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Within the transaction in which a lead becomes a customer, what is still to be done about it is about the customer; what
 * was done stays with the lead.
 */
@Component
class TasksFollowLeads {
    private final TaskSql sql;
    private final ApplicationEventPublisher events;

    TasksFollowLeads(TaskSql sql, ApplicationEventPublisher events) {
        this.sql = sql;
        this.events = events;
    }

    @EventListener
    void on(RecordsChanged event) {
        if (!event.object().equals("lead") || !event.kind().equals("converted")) return;
        var moved = sql.follow(TASK.LEAD_ID.in(event.ids()));
        if (moved.isEmpty()) return;
        events.publishEvent(
                new RecordsChanged(event.tenant(), "task", moved, "changed", null, event.by(), event.job()));
    }
}
