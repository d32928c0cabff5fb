package io.chaoxi.pool;

import io.chaoxi.platform.today.TodayFigure;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** How many customers each holds, against what the default pool lets one hold. */
@Configuration
class PoolDays {

    @Bean
    @Order(400)
    TodayFigure heldByEach(PoolSql pools) {
        return new TodayFigure("held", "customer", "", true, () -> pools.heldMost("customer"));
    }
}
