package io.chaoxi.pool;

import static chaoxi.tables.Tables.POOL;

import io.chaoxi.platform.Labels;
import io.chaoxi.platform.record.RecordType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Registers pools with the record machine. */
@Configuration(proxyBeanMethods = false)
class PoolRecords {
    @Bean
    @Order(92)
    RecordType poolType(Labels labels, PoolRules rules) {
        return RecordType.define("pool", "pools", POOL, Pool.Draft.class)
                .derived(Pool.Derived.class)
                .rules(rules)
                .with(labels);
    }
}
