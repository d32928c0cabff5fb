package io.chaoxi.platform.record;

import static chaoxi.tables.Tables.IDEMPOTENCY;

import io.chaoxi.platform.housekeeping.Chore;
import java.time.OffsetDateTime;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Idempotency keys are good for a day. */
@Component
class OldIdempotencyKeys implements Chore {
    private final DSLContext database;

    OldIdempotencyKeys(DSLContext database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "idempotency keys";
    }

    @Override
    public int clear(OffsetDateTime now) {
        return database.deleteFrom(IDEMPOTENCY)
                .where(IDEMPOTENCY.AT.lt(now.minus(Idempotency.KEPT)))
                .execute();
    }
}
