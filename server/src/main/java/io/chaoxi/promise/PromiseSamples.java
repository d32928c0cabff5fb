package io.chaoxi.promise;

import static chaoxi.tables.Tables.PROMISE;

import io.chaoxi.platform.record.RecordsForgotten;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Invented promises for a firm that looks around. */
@Service
public class PromiseSamples {
    private final PromiseSql sql;
    private final ApplicationEventPublisher events;

    PromiseSamples(PromiseSql sql, ApplicationEventPublisher events) {
        this.sql = sql;
        this.events = events;
    }

    @Transactional
    public void mark(Collection<UUID> promises) {
        sql.markSample(promises);
    }

    /** Those of these customers to which the firm promised something of its own. */
    @Transactional(readOnly = true)
    public List<UUID> inUse(Collection<UUID> customers) {
        return sql.inUse(PROMISE.CUSTOMER_ID, customers);
    }

    /** The same of leads. */
    @Transactional(readOnly = true)
    public List<UUID> leadsInUse(Collection<UUID> leads) {
        return sql.inUse(PROMISE.LEAD_ID, leads);
    }

    /** Takes all samples away for good; answers how many. */
    @Transactional
    public int remove() {
        var gone = sql.delete(PROMISE.SAMPLE.isTrue());
        events.publishEvent(new RecordsForgotten(gone, false));
        return gone.size();
    }
}
