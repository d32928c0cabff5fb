package io.chaoxi.lead;

import io.chaoxi.platform.record.OwnersTurned;
import io.chaoxi.platform.record.RecordsChanged;
import io.chaoxi.platform.record.RecordsSettled;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Within the transaction in which a customer gets another owner, the leads that it came from get him too: who takes a
 * customer over finds what was said and kept before.
 */
@Component
class LeadsFollowCustomers {
    private static final Set<String> MAKING = Set.of("created", "imported");
    private static final Set<String> LEAVING = Set.of(RecordsChanged.RETURNED, RecordsChanged.RELEASED);

    private final LeadSql leads;

    private final ApplicationEventPublisher events;

    LeadsFollowCustomers(LeadSql leads, ApplicationEventPublisher events) {
        this.leads = leads;
        this.events = events;
    }

    @EventListener
    void on(RecordsChanged event) {
        boolean passed = event.owner() != null || LEAVING.contains(event.kind());
        if (!event.object().equals("customer") || !passed || MAKING.contains(event.kind())) return;
        follow(event.ids());
    }

    /** Those of a customer that went into another one, or came out again. */
    @EventListener
    void on(RecordsSettled settled) {
        if (settled.object().equals("customer")) follow(settled.ids());
    }

    private void follow(Collection<UUID> customers) {
        var turned = leads.follow(customers);
        if (!turned.isEmpty()) events.publishEvent(new OwnersTurned("lead", turned));
    }
}
