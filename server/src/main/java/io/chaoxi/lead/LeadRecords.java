package io.chaoxi.lead;

import static chaoxi.tables.Tables.LEAD;

import io.chaoxi.customer.Keyed;
import io.chaoxi.customer.KeyedMatching;
import io.chaoxi.platform.Labels;
import io.chaoxi.platform.record.HandedOn;
import io.chaoxi.platform.record.RecordType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Registers leads with the record machine and with the search for what is there twice. */
@Configuration
class LeadRecords {

    @Bean
    Keyed leadKeys() {
        return new Keyed("lead", LEAD, LEAD.CONVERTED_AT.isNull());
    }

    /** Converted ones follow their customers. */
    @Bean
    @Order(2)
    HandedOn leadsHandedOn() {
        return new HandedOn("lead", "convertedAt=null=true");
    }

    @Bean
    @Order(3)
    RecordType leadType(Labels labels, LeadRules rules, KeyedMatching matching) {
        return RecordType.define("lead", "leads", LEAD, Lead.Draft.class)
                .derived(Lead.Derived.class)
                .rules(rules)
                .matching(matching.of(leadKeys()))
                .hint("contactName")
                .endedBy("status", LeadStatus.ENDS)
                .with(labels);
    }
}
