package io.chaoxi.task;

import static chaoxi.tables.Tables.TASK;

import io.chaoxi.platform.record.RecordsForgotten;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Invented tasks for a firm that looks around. */
@Service
public class TaskSamples {
    private final TaskSql sql;
    private final ApplicationEventPublisher events;

    TaskSamples(TaskSql sql, ApplicationEventPublisher events) {
        this.sql = sql;
        this.events = events;
    }

    @Transactional
    public void mark(Collection<UUID> tasks) {
        sql.markSample(tasks);
    }

    /** Those of these customers about which there is a task of the firm's own. */
    @Transactional(readOnly = true)
    public List<UUID> inUse(Collection<UUID> customers) {
        return sql.inUse(TASK.CUSTOMER_ID, customers);
    }

    /** The same of leads. */
    @Transactional(readOnly = true)
    public List<UUID> leadsInUse(Collection<UUID> leads) {
        return sql.inUse(TASK.LEAD_ID, leads);
    }

    /** Takes all samples away for good; answers how many. */
    @Transactional
    public int remove() {
        var gone = sql.delete(TASK.SAMPLE.isTrue());
        events.publishEvent(new RecordsForgotten(gone, false));
        return gone.size();
    }
}
