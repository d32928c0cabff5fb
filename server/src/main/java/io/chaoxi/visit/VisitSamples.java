package io.chaoxi.visit;

import static chaoxi.tables.Tables.VISIT;

import io.chaoxi.platform.record.RecordsForgotten;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Invented visits for a firm that looks around. */
@Service
public class VisitSamples {
    private final VisitSql sql;
    private final ApplicationEventPublisher events;

    VisitSamples(VisitSql sql, ApplicationEventPublisher events) {
        this.sql = sql;
        this.events = events;
    }

    @Transactional
    public void mark(Collection<UUID> visits) {
        sql.markSample(visits);
    }

    /** Those of these customers whom somebody visits that is no sample. */
    @Transactional(readOnly = true)
    public List<UUID> inUse(Collection<UUID> customers) {
        return sql.inUse(customers);
    }

    /** Takes all samples away for good; answers how many. */
    @Transactional
    public int remove() {
        var gone = sql.delete(VISIT.SAMPLE.isTrue());
        events.publishEvent(new RecordsForgotten(gone, false));
        return gone.size();
    }
}
