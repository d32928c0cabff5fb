package io.chaoxi.visit;

import static chaoxi.tables.Tables.VISIT;

import io.chaoxi.platform.Labels;
import io.chaoxi.platform.record.HandedOn;
import io.chaoxi.platform.record.RecordType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Registers visits with the record machine. */
@Configuration
class VisitRecords {

    /** Where somebody was, he was himself. */
    @Bean
    @Order(4)
    HandedOn visitsHandedOn() {
        return new HandedOn("visit", "status==" + VisitStatus.PLANNED);
    }

    @Bean
    @Order(3)
    RecordType visitType(Labels labels, VisitRules rules) {
        return RecordType.define("visit", "visits", VISIT, Visit.Draft.class)
                .derived(Visit.Derived.class)
                .rules(rules)
                .title("goal")
                .made("startsAt", "fromTime")
                .made("lateFrom", "fromTime")
                .made("lateBy", "fromTime")
                .made("missedFrom", "plannedOn")
                .hint("customer")
                .with(labels);
    }
}
