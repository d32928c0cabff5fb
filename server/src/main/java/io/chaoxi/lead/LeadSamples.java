package io.chaoxi.lead;

import io.chaoxi.platform.record.RecordsForgotten;
import io.chaoxi.platform.record.RecordsLeaving;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Invented leads for a firm that looks around. */
@Service
public class LeadSamples {
    private final LeadSql sql;
    private final Criteria criteria;
    private final ApplicationEventPublisher events;

    LeadSamples(LeadSql sql, Criteria criteria, ApplicationEventPublisher events) {
        this.sql = sql;
        this.criteria = criteria;
        this.events = events;
    }

    /** The values, by field, of a lead about which this was answered: id of a criterion → whether it is met. */
    @Transactional(readOnly = true)
    public Map<String, @Nullable Object> judged(Map<String, Boolean> answers) {
        if (answers.isEmpty()) return Map.of();
        var stored = criteria.stored();
        var judgement = Judgement.of(stored.criteria(), stored.threshold(), answers);
        var values = new HashMap<String, @Nullable Object>(judgement.values());
        values.put(LeadRules.ANSWERS, QualificationSql.json(answers));
        return values;
    }

    @Transactional
    public void mark(Collection<UUID> leads) {
        sql.markSample(leads);
    }

    /** Those of these customers into which a lead of the firm's own went. */
    @Transactional(readOnly = true)
    public List<UUID> inUse(Collection<UUID> customers) {
        return sql.inUse(customers);
    }

    @Transactional(readOnly = true)
    public List<UUID> sample() {
        return sql.sample();
    }

    /** These are samples no more. */
    @Transactional
    public void keep(Collection<UUID> leads) {
        sql.keep(leads);
    }

    /** Takes all samples away for good; answers how many. */
    @Transactional
    public int remove() {
        events.publishEvent(new RecordsLeaving("lead", sql.sample()));
        var gone = sql.deleteSample();
        events.publishEvent(new RecordsForgotten(gone, false));
        return gone.size();
    }
}
