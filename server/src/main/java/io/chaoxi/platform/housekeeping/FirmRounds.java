package io.chaoxi.platform.housekeeping;

import static chaoxi.tables.Tables.TENANT;

import io.chaoxi.platform.database.DatabaseTime;
import java.time.Duration;
import java.util.function.LongConsumer;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Work that comes again every minute, one firm after the other. Nobody waits for it, so that each of its statements has
 * time where a request's would be broken off.
 */
@Component
public class FirmRounds {
    private static final Logger LOG = LoggerFactory.getLogger(FirmRounds.class);
    private static final Duration STATEMENT = Duration.ofMinutes(1);

    private final DSLContext database;

    FirmRounds(DSLContext database) {
        this.database = database;
    }

    /**
     * Of every firm, until the thread is interrupted. One whose round fails is left for the next round and keeps no other
     * from it.
     *
     * @param name what the log calls the work
     */
    public void each(String name, LongConsumer firm) {
        DatabaseTime.patiently(STATEMENT, () -> {
            for (Long tenant :
                    database.select(TENANT.ID).from(TENANT).orderBy(TENANT.ID).fetch(TENANT.ID)) {
                if (Thread.currentThread().isInterrupted()) return;
                try {
                    firm.accept(tenant);
                } catch (RuntimeException e) {
                    LOG.warn(
                            "The round of {} waits in firm {} ({})",
                            name,
                            tenant,
                            e.getClass().getSimpleName(),
                            e);
                }
            }
        });
    }
}
