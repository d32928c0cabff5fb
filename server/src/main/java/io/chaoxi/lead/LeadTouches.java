package io.chaoxi.lead;

import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.Touched;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Nothing new is written down at a lead that became a customer, also when it became one in the same moment. */
@Component
class LeadTouches {
    private final LeadSql leads;

    LeadTouches(LeadSql leads) {
        this.leads = leads;
    }

    /** Its row is locked by whoever keeps what touches amount to: a conversion of that moment is seen by now. 422 then. */
    @EventListener
    void on(Touched touched) {
        if (!touched.object().equals("lead")) return;
        var fresh = touched.steps().entrySet().stream()
                .filter(step -> step.getValue().done() != null)
                .map(Map.Entry::getKey)
                .toList();
        if (!fresh.isEmpty() && leads.anyConverted(fresh)) throw Refusal.field("lead", "leadConverted");
    }
}
