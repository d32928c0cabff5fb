package io.chaoxi.pool;

import io.chaoxi.platform.Labels;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.Catalogue;
import io.chaoxi.platform.record.Duplicates;
import io.chaoxi.platform.record.Handing;
import io.chaoxi.platform.record.Handover;
import io.chaoxi.platform.record.RecordFinding;
import io.chaoxi.platform.record.RecordReading.Found;
import io.chaoxi.platform.record.RecordType;
import io.chaoxi.platform.record.RecordWriting;
import io.chaoxi.platform.record.RecordsChanged;
import io.chaoxi.platform.record.Writing;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.rights.Actor;
import io.chaoxi.platform.rights.DataScope;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes records out of pools and gives them back. Of many who claim the same at once one gets it: he who holds the row.
 * What a person claims and holds is counted under a lock of his own, taken before that of any record.
 */
@Service
public class Claims {
    private final PoolSql pools;
    private final ClaimSql sql;
    private final RecordFinding finding;
    private final RecordWriting writing;
    private final Handover handover;
    private final Labels labels;
    private final Clock clock;

    Claims(
            PoolSql pools,
            ClaimSql sql,
            RecordFinding finding,
            RecordWriting writing,
            Handover handover,
            Labels labels,
            Clock clock) {
        this.pools = pools;
        this.sql = sql;
        this.finding = finding;
        this.writing = writing;
        this.handover = handover;
        this.labels = labels;
        this.clock = clock;
    }

    /**
     * The acting person becomes its owner; whose it is already, asks for nothing. 409 {@code alreadyClaimed} for who comes
     * too late, with whose it is; 422 {@code poolQuotaReached} for a limit of the pool; 404 for what does not wait in a
     * pool of his.
     */
    @Transactional
    public void claim(Catalogue catalogue, UUID id, @Nullable UUID job) {
        Actor actor = require(catalogue);
        pools.hold(catalogue.type().object());
        sql.lock(actor.person());
        var where = sql.whereabouts(catalogue.type(), id).orElseThrow(Refusal::notFound);
        if (actor.person().equals(where.owner())) return;
        UUID pool = poolOf(catalogue, where);
        Limits limits = pools.find(pool).map(Limits::of).orElseThrow(Refusal::notFound);
        int perDay = limits.perDay() == null ? Integer.MAX_VALUE : limits.perDay();
        LocalDate today = LocalDate.ofInstant(clock.instant(), actor.zone());
        if (!sql.count(actor, pool, today, perDay)) {
            throw refusal(catalogue.type(), new Limits.Reached("perDay", Map.of("max", perDay), null));
        }
        Found found = finding.locked(catalogue, id).orElseThrow(Refusal::notFound);
        if (!pool.equals(found.values().get("pool"))) throw handover.gone(catalogue, found, pool);
        var waiting = new Limits.Waiting(
                (UUID) found.values().get("formerOwner"),
                (Instant) found.values().get("pooledAt"),
                (String) found.values().get("grade"));
        Limits.Holds holds = (many, grade) -> sql.reaches(catalogue.type(), actor.person(), many, grade);
        limits.reached(waiting, actor.person(), holds, clock.instant()).ifPresent(reached -> {
            throw refusal(catalogue.type(), reached);
        });
        writing.pass(catalogue, found, Handing.to(actor.person()), new Writing("claimed", job, Duplicates.SEEN));
    }

    private static Actor require(Catalogue catalogue) {
        if (!catalogue.type().pooled()) throw Refusal.notFound();
        catalogue.actor().require(catalogue.type().object() + ".read");
        catalogue.actor().require(catalogue.type().object() + ".claim");
        return catalogue.actor();
    }

    /** Who takes from a pool may know who took what waited there, while it is his. */
    private UUID poolOf(Catalogue catalogue, ClaimSql.Whereabouts where) {
        UUID pool = where.pool() == null ? where.from() : where.pool();
        if (pool == null || !takesFrom(catalogue, pool)) throw Refusal.notFound();
        if (where.owner() != null) throw handover.taken(where.owner());
        return pool;
    }

    private static boolean takesFrom(Catalogue catalogue, UUID pool) {
        Actor actor = catalogue.actor();
        return actor.scope(catalogue.type().object()) == DataScope.ALL
                || actor.shares().pools().containsKey(pool);
    }

    private Refusal refusal(RecordType type, Limits.Reached reached) {
        Actor actor = Acting.current();
        var facts = new HashMap<String, Object>(reached.facts());
        facts.put("object", labels.of(type.object(), "_object").in(actor.locale()));
        facts.put("unit", labels.of(type.object(), "_unit").in(actor.locale()));
        String why = labels.of("quota", reached.limit()).in(actor.locale(), facts);
        var refusal = Refusal.of(422, "poolQuotaReached", Map.of("why", why)).with("limit", reached.limit());
        return reached.until() == null
                ? refusal
                : refusal.with("until", reached.until().toString());
    }

    /** Back into a pool, out of one's charge; 409 when it is there already, or {@code recordEnded}: then no pool takes it. */
    @Transactional
    public void release(Catalogue catalogue, UUID id, String reason, @Nullable UUID job) {
        require(catalogue);
        pools.hold(catalogue.type().object());
        Found seen = finding.findOwn(catalogue, id);
        Found found = finding.locked(catalogue, id).orElseThrow(Refusal::notFound);
        if (catalogue.type().ended(found.values())) throw Refusal.of(409, "recordEnded");
        if (found.values().get("owner") == null) throw Refusal.of(409, "alreadyInPool");
        if (!Objects.equals(found.values().get("owner"), seen.values().get("owner"))) {
            throw Refusal.stale(found.version());
        }
        writing.pass(
                catalogue, found, Handing.back(reason), new Writing(RecordsChanged.RELEASED, job, Duplicates.SEEN));
    }
}
