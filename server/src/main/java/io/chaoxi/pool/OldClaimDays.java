package io.chaoxi.pool;

import io.chaoxi.platform.housekeeping.Chore;
import java.time.OffsetDateTime;
import org.springframework.stereotype.Component;

/** How much was claimed on days of which no limit asks any more. */
@Component
class OldClaimDays implements Chore {
    private static final int KEPT_DAYS = 30;

    private final ClaimSql sql;

    OldClaimDays(ClaimSql sql) {
        this.sql = sql;
    }

    @Override
    public String name() {
        return "claims of old days";
    }

    @Override
    public int clear(OffsetDateTime now) {
        return sql.forget(now.toLocalDate().minusDays(KEPT_DAYS));
    }
}
