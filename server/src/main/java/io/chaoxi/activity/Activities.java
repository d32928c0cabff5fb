package io.chaoxi.activity;

import static chaoxi.tables.Tables.ACTIVITY;

import io.chaoxi.platform.record.RecordsForgotten;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What other modules ask of activities beyond the record machine's verbs. */
@Service
public class Activities {
    private final ActivitySql sql;
    private final Touching touching;
    private final ApplicationEventPublisher events;

    Activities(ActivitySql sql, Touching touching, ApplicationEventPublisher events) {
        this.sql = sql;
        this.touching = touching;
        this.events = events;
    }

    @Transactional
    public void markSample(Collection<UUID> activities) {
        sql.markSample(activities);
    }

    /** Takes all samples away for good; answers how many. */
    @Transactional
    public int removeSample() {
        var gone = sql.deleteSample();
        for (With with : With.KEEPING) touching.again(with, gone.intoSet(with.column));
        events.publishEvent(new RecordsForgotten(gone.getValues(ACTIVITY.ID), false));
        return gone.size();
    }

    /** Those of these customers with which the firm did something of its own. */
    @Transactional(readOnly = true)
    public List<UUID> inUse(Collection<UUID> customers) {
        return sql.inUse(With.CUSTOMER, customers);
    }

    /** The same of leads. */
    @Transactional(readOnly = true)
    public List<UUID> leadsInUse(Collection<UUID> leads) {
        return sql.inUse(With.LEAD, leads);
    }

    /** Whether anybody of the firm has written one. */
    @Transactional(readOnly = true)
    public boolean any() {
        return sql.any();
    }
}
