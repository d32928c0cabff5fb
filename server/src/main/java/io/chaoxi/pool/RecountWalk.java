package io.chaoxi.pool;

import io.chaoxi.platform.job.OwedWalk;
import io.chaoxi.platform.job.OwedWalks;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.RecordType;
import io.chaoxi.platform.record.Returning;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts anew when each record that has an owner returns, after a rule, the calendar or the firm's time zone changed. */
@Component
class RecountWalk extends OwedWalk {
    static final String KIND = "returnRecount";

    private final Catalogues catalogues;
    private final Returning returning;
    private final PoolSql pools;
    private final DSLContext database;

    RecountWalk(OwedWalks walks, Catalogues catalogues, Returning returning, PoolSql pools, DSLContext database) {
        super(walks);
        this.catalogues = catalogues;
        this.returning = returning;
        this.pools = pools;
        this.database = database;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String right(@Nullable String object) {
        return "pool.update";
    }

    @Override
    protected void hold(String object) {
        pools.hold(object);
    }

    @Override
    protected Piece piece(String object, @Nullable UUID after, int most) {
        RecordType type = catalogues.of(object).type();
        var id = type.column("id", UUID.class);
        List<UUID> next = database.select(id)
                .from(type.table())
                .where(type.column("owner_id").isNotNull())
                .and(after == null ? DSL.noCondition() : id.gt(after))
                .orderBy(id)
                .limit(most)
                .fetch(0, UUID.class);
        return new Piece(next.isEmpty() ? null : next.getLast(), next.size(), returning.count(type, next));
    }
}
