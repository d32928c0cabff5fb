package io.chaoxi.pool;

import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.Catalogue;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.Patches;
import io.chaoxi.platform.record.RecordWriting;
import io.chaoxi.platform.record.Writing;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** A pool and its terms in one go: no new condition stands for a moment, or for good, beside the members of the old one. */
@Service
class PoolSettings {
    private final PoolTerms terms;
    private final Catalogues catalogues;
    private final RecordWriting writing;
    private final Patches patches;

    PoolSettings(PoolTerms terms, Catalogues catalogues, RecordWriting writing, Patches patches) {
        this.terms = terms;
        this.catalogues = catalogues;
        this.writing = writing;
        this.patches = patches;
    }

    /** Both or neither; 409 when the pool changed since that version. */
    @Transactional
    public PoolTerms.Terms put(UUID id, long version, JsonNode body) {
        JsonNode fields = body.path("pool");
        if (fields.isMissingNode() || fields.isNull()) return terms.put(id, version, body);
        if (!fields.isObject()) throw Refusal.field("pool", "notAnObject");
        Catalogue pools = catalogues.of("pool");
        long changed = writing.change(pools, id, version, () -> patches.read(pools, fields, false), Writing.BY_HAND);
        return terms.put(id, changed, body);
    }
}
