package io.chaoxi.platform.record;

import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.RecordReading.Found;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives records to other owners: those in one's charge, and those that wait in a pool which one takes from. */
@Service
public class Handover {
    private final RecordFinding finding;
    private final RecordWriting writing;
    private final RecordLabels labels;
    private final DSLContext database;

    Handover(RecordFinding finding, RecordWriting writing, RecordLabels labels, DSLContext database) {
        this.finding = finding;
        this.writing = writing;
        this.labels = labels;
        this.database = database;
    }

    /** Whose it becomes, and out of which pool when it was seen there; without one, what waits is given all the same. */
    record To(@Nullable UUID owner, @Nullable UUID pool) {}

    /**
     * Needs the right to assign, not to change. What was seen in a pool is given only while it waits there: 409 when
     * somebody took it meanwhile, or it was sorted into another one.
     */
    @Transactional
    public void assign(Catalogue catalogue, UUID id, To to, Writing how) {
        catalogue.actor().require(catalogue.type().object() + ".assign");
        if (to.pool() != null && !catalogue.hasPool(to.pool())) throw Refusal.notFound();
        Optional<UUID> pool = to.pool() == null ? poolOfMember(catalogue, id) : Optional.of(to.pool());
        if (pool.isPresent()) {
            Found found = finding.locked(catalogue, id).orElseThrow(Refusal::notFound);
            if (!pool.get().equals(found.values().get(Pooling.POOL))) throw gone(catalogue, found, pool.get());
            var kind = how.kind() == null ? new Writing("assigned", how.job(), how.duplicates()) : how;
            writing.pass(catalogue, found, Handing.to(to.owner()), kind);
        } else {
            var patch = new HashMap<String, @Nullable Object>();
            patch.put("owner", to.owner());
            writing.change(catalogue, id, null, patch, how);
        }
    }

    /** The pool of his that it waits in, where he does not reach it anyhow. */
    private Optional<UUID> poolOfMember(Catalogue catalogue, UUID id) {
        RecordType type = catalogue.type();
        if (!type.pooled() || catalogue.actor().shares().pools().isEmpty()) return Optional.empty();
        if (RecordScope.own(type, catalogue.actor()) instanceof RecordScope.Everything) return Optional.empty();
        var pools = RecordScope.inPools(type, catalogue.actor());
        return finding.sought(catalogue, id, pools, type.alive())
                .map(found -> (UUID) found.values().get(Pooling.POOL));
    }

    /**
     * What to say of a record that waits in this pool no more: 409 with the name of whoever got it out of there, or of its
     * new version when it waits in another pool of his; 404 when it is where the pool's members know nothing of it.
     */
    public Refusal gone(Catalogue catalogue, Found found, UUID pool) {
        if (!(found.values().get("owner") instanceof UUID owner)) {
            boolean seen = found.values().get(Pooling.POOL) instanceof UUID now && catalogue.hasPool(now);
            return seen || finding.reaches(catalogue, found.id()) ? Refusal.stale(found.version()) : Refusal.notFound();
        }
        boolean out = pool.equals(takenFrom(catalogue.type(), found.id()));
        return out || finding.reaches(catalogue, found.id()) ? taken(owner) : Refusal.notFound();
    }

    private @Nullable UUID takenFrom(RecordType type, UUID id) {
        var from = type.column("claimed_from_id", UUID.class);
        return database.select(from)
                .from(type.table())
                .where(type.column("id", UUID.class).eq(id))
                .fetchOne(from);
    }

    /** 409 with the name of whoever was faster. */
    public Refusal taken(UUID owner) {
        String name = labels.of("person", List.of(owner)).getOrDefault(owner, "");
        return Refusal.of(409, "alreadyClaimed", Map.of("owner", name))
                .with("owner", Map.of("id", owner.toString(), "label", name));
    }

    /** Of these people the one who has the fewest records now; of equals the first. */
    @Transactional(readOnly = true)
    public UUID leastLoaded(RecordType type, List<UUID> people) {
        var owner = type.column("owner_id", UUID.class);
        Map<UUID, Integer> held = database.select(owner, DSL.count())
                .from(type.table())
                .where(owner.in(people))
                .and(type.alive())
                .and(type.open())
                .groupBy(owner)
                .fetchMap(owner, DSL.count());
        UUID least = people.getFirst();
        for (UUID one : people) {
            if (held.getOrDefault(one, 0) < held.getOrDefault(least, 0)) least = one;
        }
        return least;
    }
}
