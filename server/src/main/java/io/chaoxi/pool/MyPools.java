package io.chaoxi.pool;

import chaoxi.tables.tables.records.PoolRecord;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.Catalogue;
import io.chaoxi.platform.record.RecordType;
import io.chaoxi.platform.rights.Actor;
import io.chaoxi.platform.rights.DataScope;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The pools that the acting person takes from, how full they are, and what is left to him of their limits. */
@Service
class MyPools {
    /** What comes along with every opening of the page is counted no further; the list itself counts on. */
    private static final int COUNTED = 1_000;

    private final PoolSql pools;
    private final ClaimSql claims;
    private final Clock clock;

    MyPools(PoolSql pools, ClaimSql claims, Clock clock) {
        this.pools = pools;
        this.claims = claims;
        this.clock = clock;
    }

    /**
     * A pool.
     *
     * @param waiting how many are in it, up to 1,000; {@code exact} is false beyond
     * @param arrived how many of them came today, up to as many
     * @param everyone open to the whole firm
     * @param fields what it shows before claiming; empty where the acting person sees everything
     * @param claimed what he claimed out of it today
     */
    record One(
            UUID id,
            String name,
            boolean standard,
            boolean everyone,
            long waiting,
            boolean exact,
            long arrived,
            List<String> fields,
            boolean whole,
            int claimed,
            Limits limits) {}

    /** His pools in the firm's order, and what he holds: all, and by grade. */
    record All(List<One> items, int held, Map<String, Integer> heldOfGrade) {}

    @Transactional(readOnly = true)
    public All of(Catalogue catalogue) {
        RecordType type = catalogue.type();
        if (!type.pooled()) throw Refusal.notFound();
        Actor actor = catalogue.actor();
        actor.require(type.object() + ".read");
        boolean whole = actor.scope(type.object()) == DataScope.ALL;
        var his = pools.all(type.object()).stream()
                .filter(pool -> whole || actor.shares().pools().containsKey(pool.getId()))
                .toList();
        LocalDate day = LocalDate.ofInstant(clock.instant(), actor.zone());
        OffsetDateTime begins = day.atStartOfDay(actor.zone()).toOffsetDateTime();
        var fills = claims.fill(type, his, actor.person(), new ClaimSql.Today(day, begins), COUNTED + 1);
        var held = claims.held(type, actor.person());
        return new All(
                his.stream()
                        .map(pool -> one(pool, Objects.requireNonNull(fills.get(pool.getId())), whole))
                        .toList(),
                held.values().stream().mapToInt(Integer::intValue).sum(),
                held);
    }

    private static One one(PoolRecord pool, ClaimSql.Fill fill, boolean whole) {
        return new One(
                pool.getId(),
                pool.getName(),
                pool.getStandard(),
                pool.getEveryone(),
                Math.min(fill.waiting(), COUNTED),
                fill.waiting() <= COUNTED,
                Math.min(fill.arrived(), COUNTED),
                List.of(pool.getShownFields()),
                whole,
                fill.claimed(),
                Limits.of(pool));
    }
}
