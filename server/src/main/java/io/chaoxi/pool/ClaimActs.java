package io.chaoxi.pool;

import io.chaoxi.platform.record.Catalogue;
import io.chaoxi.platform.record.RecordReading;
import io.chaoxi.platform.tenant.TenantTransactions;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Each answers with what the record became, in the transaction that wrote it: what others do to it later is not told. */
@Service
class ClaimActs {
    private final Claims claims;
    private final RecordReading reading;

    ClaimActs(Claims claims, RecordReading reading) {
        this.claims = claims;
        this.reading = reading;
    }

    @Transactional(label = TenantTransactions.KEEPS_PLANS)
    public Map<String, @Nullable Object> claim(Catalogue catalogue, UUID id) {
        claims.claim(catalogue, id, null);
        return reading.written(catalogue, id);
    }

    @Transactional(label = TenantTransactions.KEEPS_PLANS)
    public Map<String, @Nullable Object> release(Catalogue catalogue, UUID id, String reason) {
        claims.release(catalogue, id, reason, null);
        return reading.written(catalogue, id);
    }
}
