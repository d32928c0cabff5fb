package io.chaoxi.pool;

import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.Catalogue;
import io.chaoxi.platform.record.Duplicates;
import io.chaoxi.platform.record.Handing;
import io.chaoxi.platform.record.RecordFinding;
import io.chaoxi.platform.record.RecordReading;
import io.chaoxi.platform.record.RecordReading.Found;
import io.chaoxi.platform.record.RecordWriting;
import io.chaoxi.platform.record.Writing;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps records from returning whatever the rules say, until somebody ends that or they get another owner. */
@Service
class Locks {
    private final PoolSql pools;
    private final RecordFinding finding;
    private final RecordWriting writing;
    private final RecordReading reading;

    Locks(PoolSql pools, RecordFinding finding, RecordWriting writing, RecordReading reading) {
        this.pools = pools;
        this.finding = finding;
        this.writing = writing;
        this.reading = reading;
    }

    /** The same for one record, with what it became. */
    @Transactional
    public Map<String, @Nullable Object> put(Catalogue catalogue, UUID id, boolean locked, String reason) {
        put(catalogue, id, locked, reason, null);
        return reading.written(catalogue, id);
    }

    /** 409 where it is so already, and for what has no owner. With the end of a lock the whole time begins anew. */
    @Transactional
    public void put(Catalogue catalogue, UUID id, boolean locked, String reason, @Nullable UUID job) {
        if (!catalogue.type().pooled()) throw Refusal.notFound();
        catalogue.actor().require(catalogue.type().object() + ".lock");
        pools.hold(catalogue.type().object());
        finding.findOwn(catalogue, id);
        Found found = finding.locked(catalogue, id).orElseThrow(Refusal::notFound);
        finding.requireOwn(catalogue, found);
        if (catalogue.type().ended(found.values())) throw Refusal.of(409, "recordEnded");
        if (found.values().get("owner") == null) throw Refusal.of(409, "alreadyInPool");
        if (locked == Boolean.TRUE.equals(found.values().get("returnLocked"))) {
            throw Refusal.of(409, locked ? "alreadyLocked" : "notLocked");
        }
        var kind = new Writing(locked ? "locked" : "unlocked", job, Duplicates.SEEN);
        writing.pass(catalogue, found, Handing.locked(locked, reason), kind);
    }
}
