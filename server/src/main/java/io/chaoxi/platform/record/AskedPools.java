package io.chaoxi.platform.record;

import io.chaoxi.platform.Ids;
import io.chaoxi.platform.problem.Refusal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The fields and rows of a request that may name a pool. */
@Service
class AskedPools {
    private final Catalogues catalogues;
    private final PoolOrder order;

    AskedPools(Catalogues catalogues, PoolOrder order) {
        this.catalogues = catalogues;
        this.order = order;
    }

    /** 404 for a pool that is not there, or not open to the acting person. */
    public Catalogue of(String path, @Nullable String pool) {
        Catalogue catalogue = catalogues.ofPath(path);
        if (pool == null) return catalogue;
        UUID known = Ids.known(pool);
        Catalogue inPool = catalogue.inPool(known);
        if (!order.has(catalogue.type().object(), known)) throw Refusal.notFound();
        return inPool;
    }
}
