package io.chaoxi.platform.record;

import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.RecordReading.Found;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** Needs the right to assign, not to change. 409 when a record of a pool was taken meanwhile. */
    @Transactional
    public void assign(Catalogue catalogue, UUID id, @Nullable UUID owner, Writing how) {
        catalogue.actor().require(catalogue.type().object() + ".assign");
        if (waitsForMember(catalogue, id)) {
            Found found = finding.locked(catalogue, id).orElseThrow(Refusal::notFound);
            if (!finding.waits(catalogue, found))
                throw taken((UUID) found.values().get("owner"));
            var kind = how.kind() == null ? new Writing("assigned", how.job(), how.duplicates()) : how;
            writing.pass(catalogue, found, Handing.to(owner), kind);
        } else {
            var patch = new HashMap<String, @Nullable Object>();
            patch.put("owner", owner);
            writing.change(catalogue, id, null, patch, how);
        }
    }

    private boolean waitsForMember(Catalogue catalogue, UUID id) {
        RecordType type = catalogue.type();
        if (!type.pooled() || catalogue.actor().shares().pools().isEmpty()) return false;
        if (RecordScope.own(type, catalogue.actor()) instanceof RecordScope.Everything) return false;
        var pools = RecordScope.inPools(type, catalogue.actor());
        return finding.sought(catalogue, id, pools, type.alive()).isPresent();
    }

    /** 409 with the name of whoever was faster. */
    public Refusal taken(@Nullable UUID owner) {
        var told = new LinkedHashMap<String, @Nullable Object>();
        String name = owner == null ? "" : labels.of("person", List.of(owner)).getOrDefault(owner, "");
        told.put("id", owner == null ? null : owner.toString());
        told.put("label", name);
        return Refusal.of(409, "alreadyClaimed", Map.of("owner", name)).with("owner", told);
    }

    /** Of these people the one who has the fewest records now; of equals the first. */
    @Transactional(readOnly = true)
    public UUID leastLoaded(RecordType type, List<UUID> people) {
        var owner = type.column("owner_id", UUID.class);
        Map<UUID, Integer> held = database.select(owner, DSL.count())
                .from(type.table())
                .where(owner.in(people))
                .and(type.alive())
                .groupBy(owner)
                .fetchMap(owner, DSL.count());
        UUID least = people.getFirst();
        for (UUID one : people) {
            if (held.getOrDefault(one, 0) < held.getOrDefault(least, 0)) least = one;
        }
        return least;
    }
}
