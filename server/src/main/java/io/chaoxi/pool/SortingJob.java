package io.chaoxi.pool;

import io.chaoxi.platform.job.OwedWalk;
import io.chaoxi.platform.job.OwedWalks;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.Pooling;
import io.chaoxi.platform.record.RecordType;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.rights.Actor;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sorts all records without an owner into the pools whose conditions they meet now. */
@Component
class SortingJob extends OwedWalk {
    static final String KIND = "poolSorting";

    private final Catalogues catalogues;
    private final Pooling pooling;
    private final PoolSql pools;
    private final DSLContext database;

    SortingJob(OwedWalks walks, Catalogues catalogues, Pooling pooling, PoolSql pools, DSLContext database) {
        super(walks);
        this.catalogues = catalogues;
        this.pooling = pooling;
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
    protected Map<String, @Nullable Object> result(long looked, long changed) {
        return Map.of("done", looked, "moved", changed);
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
                .where(type.column("pool_id").isNotNull())
                .and(after == null ? DSL.noCondition() : id.gt(after))
                .orderBy(id)
                .limit(most)
                .fetch(0, UUID.class);
        return new Piece(next.isEmpty() ? null : next.getLast(), next.size(), sorted(type, next));
    }

    /** A condition may speak of today, which is the firm's. */
    private int sorted(RecordType type, List<UUID> records) {
        var inZone = Actor.system(Acting.current().tenant(), pools.zone());
        return Acting.as(
                inZone, () -> pooling.sort(type, new HashSet<>(records)).size());
    }
}
