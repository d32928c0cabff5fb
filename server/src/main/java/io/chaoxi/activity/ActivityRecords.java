package io.chaoxi.activity;

import static chaoxi.tables.Tables.ACTIVITY;

import io.chaoxi.platform.Labels;
import io.chaoxi.platform.record.RecordType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Registers activities with the record machine. */
@Configuration
class ActivityRecords {

    @Bean
    @Order(3)
    RecordType activityType(Labels labels, ActivityRules rules) {
        return RecordType.define("activity", "activities", ACTIVITY, Activity.Draft.class)
                .derived(Activity.Derived.class)
                .rules(rules)
                .title("title")
                .made("title", "content")
                .hint("customer")
                .newestBy("at")
                .with(labels);
    }
}
