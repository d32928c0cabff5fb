package io.chaoxi.pool;

import io.chaoxi.identity.FirmFounded;
import io.chaoxi.platform.Labels;
import io.chaoxi.platform.record.Catalogues;
import java.util.List;
import java.util.Objects;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Gives a new firm the default pool of each object that has pools, before anything could be in it. */
@Component
class PoolFounding {
    private static final String TOPIC = "first-pool";

    private final PoolSql sql;
    private final Catalogues catalogues;
    private final Labels labels;

    PoolFounding(PoolSql sql, Catalogues catalogues, Labels labels) {
        this.sql = sql;
        this.catalogues = catalogues;
        this.labels = labels;
    }

    @EventListener
    @Order(0)
    void on(FirmFounded founded) {
        var locale = sql.locale();
        var first = catalogues.pooled().stream()
                .map(type -> new PoolSql.First(
                        type.object(), labels.of(TOPIC, type.object()).in(locale), shown(type.object())))
                .toList();
        sql.found(founded.tenant(), first);
    }

    /** Nothing by which a person could be reached. */
    private List<String> shown(String object) {
        return List.of(
                Objects.requireNonNull(labels.property(TOPIC, object, "shown")).split(","));
    }
}
