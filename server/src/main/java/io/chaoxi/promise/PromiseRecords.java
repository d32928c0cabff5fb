package io.chaoxi.promise;

import static chaoxi.tables.Tables.PROMISE;

import io.chaoxi.platform.Labels;
import io.chaoxi.platform.record.HandedOn;
import io.chaoxi.platform.record.RecordType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Registers promises with the record machine. */
@Configuration
class PromiseRecords {

    /** What is still owed goes to whoever follows; for whom it counted it goes on counting. */
    @Bean
    @Order(4)
    HandedOn promisesHandedOn() {
        return new HandedOn("promise", "(status==" + PromiseStatus.OPEN + ",apologyDueAt=null=false)");
    }

    @Bean
    @Order(4)
    RecordType promiseType(Labels labels, PromiseRules rules) {
        return RecordType.define("promise", "promises", PROMISE, Promise.Draft.class)
                .derived(Promise.Derived.class)
                .rules(rules)
                .title("subject")
                .made("dueAt", "dueOn")
                .made("remindAt", "dueOn")
                .made("firstDueOn", "dueOn")
                .made("brokenAt", "dueOn")
                .made("apologyDueAt", "dueOn")
                .hint("customer")
                .with(labels);
    }
}
