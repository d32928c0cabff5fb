package io.chaoxi.pool;

import io.chaoxi.identity.FirmFounded;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Gives a new firm its default pool, before anything could be in it. */
@Component
class PoolFounding {
    private final PoolSql sql;

    PoolFounding(PoolSql sql) {
        this.sql = sql;
    }

    @EventListener
    @Order(0)
    void on(FirmFounded founded) {
        sql.found(founded.tenant());
    }
}
