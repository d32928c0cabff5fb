package io.chaoxi.task;

import static chaoxi.tables.Tables.TASK;

import io.chaoxi.platform.record.RecordsChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Within the transaction in which a lead becomes a customer, what is still to be done about it is about the customer; what
 * was done stays with the lead.
 */
@Component
class TasksFollowLeads {
    private final TaskSql sql;

    TasksFollowLeads(TaskSql sql) {
        this.sql = sql;
    }

    @EventListener
    void on(RecordsChanged event) {
        if (event.object().equals("lead") && event.kind().equals("converted")) sql.follow(TASK.LEAD_ID.in(event.ids()));
    }
}
