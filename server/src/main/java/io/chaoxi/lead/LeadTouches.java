package io.chaoxi.lead;

import static chaoxi.tables.Tables.LEAD;

import chaoxi.tables.tables.records.LeadRecord;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.TouchKeeping;
import io.chaoxi.platform.record.Touched;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps of each lead what was done with it. */
@Component
class LeadTouches {
    private static final TouchKeeping.Kept<LeadRecord> KEPT =
            new TouchKeeping.Kept<>(LEAD, LEAD.ID, LEAD.TOUCHES, LEAD.LAST_TOUCH_AT, LEAD.NEXT_FOLLOW_UP);

    private final TouchKeeping keeping;
    private final LeadSql leads;

    LeadTouches(TouchKeeping keeping, LeadSql leads) {
        this.keeping = keeping;
        this.leads = leads;
    }

    /** One that became a customer while something new was written down has handed over without it: 422. */
    @EventListener
    void on(Touched touched) {
        if (!touched.object().equals("lead")) return;
        keeping.keep(touched, KEPT);
        var fresh = touched.steps().entrySet().stream()
                .filter(step -> step.getValue().done() != null)
                .map(Map.Entry::getKey)
                .toList();
        if (!fresh.isEmpty() && leads.anyConverted(fresh)) throw Refusal.field("lead", "leadConverted");
    }
}
