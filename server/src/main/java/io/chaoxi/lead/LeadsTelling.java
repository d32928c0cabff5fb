package io.chaoxi.lead;

import chaoxi.tables.tables.records.LeadRecord;
import io.chaoxi.platform.trace.Traced;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Leads that tell of a person, for whoever keeps something of leads and is asked about people. */
@Component
public class LeadsTelling {
    private final LeadSql leads;

    LeadsTelling(LeadSql leads) {
        this.leads = leads;
    }

    /** Those that he became a contact from, and those that are reached at one of his numbers or addresses. */
    @Transactional(readOnly = true)
    public List<UUID> of(Traced person) {
        return leads.ofPerson(person.records(), person.numbers()).stream()
                .map(LeadRecord::getId)
                .toList();
    }
}
