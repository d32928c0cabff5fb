package io.chaoxi.pool;

import io.chaoxi.platform.job.JobKind;
import io.chaoxi.platform.job.JobRun;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.Pooling;
import io.chaoxi.platform.record.RecordType;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.rights.Actor;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sorts all records without an owner into the pools whose conditions they meet now, some thousands in a step. Whoever
 * changed the pools owes it to everybody: it goes on though he cancels it or is gone, or else records stayed in a pool
 * that is no more.
 */
@Component
class SortingJob implements JobKind {
    static final String KIND = "poolSorting";
    private static final int STEP = 2_000;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Catalogues catalogues;
    private final Pooling pooling;
    private final PoolSql pools;
    private final DSLContext database;

    SortingJob(Catalogues catalogues, Pooling pooling, PoolSql pools, DSLContext database) {
        this.catalogues = catalogues;
        this.pooling = pooling;
        this.pools = pools;
        this.database = database;
    }

    /** How far it came. */
    private record Place(@Nullable UUID after, long done, long moved) {
        Map<String, @Nullable Object> result() {
            return Map.of("done", done, "moved", moved);
        }
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
    public Map<String, @Nullable Object> run(JobRun run) {
        JsonNode kept = run.place();
        Place place = kept == null ? new Place(null, 0, 0) : JSON.treeToValue(kept, Place.class);
        while (true) {
            Place from = place;
            place = run.owed(() -> inZone(() -> sort(run, from)));
            if (place.done() < from.done() + STEP) return place.result();
        }
    }

    /** A condition may speak of today, which is the firm's. */
    private <T> T inZone(Supplier<T> work) {
        return Acting.as(Actor.system(Acting.current().tenant(), pools.zone()), work);
    }

    @Override
    public Map<String, @Nullable Object> soFar(@Nullable JsonNode place, Map<String, Integer> rows) {
        return (place == null ? new Place(null, 0, 0) : JSON.treeToValue(place, Place.class)).result();
    }

    private Place sort(JobRun run, Place from) {
        run.unhurried();
        RecordType type = catalogues.of(run.object()).type();
        var id = type.column("id", UUID.class);
        List<UUID> next = database.select(id)
                .from(type.table())
                .where(type.column("pool_id").isNotNull())
                .and(from.after() == null ? DSL.noCondition() : id.gt(from.after()))
                .orderBy(id)
                .limit(STEP)
                .fetch(0, UUID.class);
        int moved = pooling.sort(type, new HashSet<>(next)).size();
        UUID last = next.isEmpty() ? from.after() : next.getLast();
        Place reached = new Place(last, from.done() + next.size(), from.moved() + moved);
        run.reached(reached.done(), null, reached);
        if (next.size() < STEP) run.finished(reached.result());
        return reached;
    }
}
