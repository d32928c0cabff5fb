package io.chaoxi.platform.housekeeping;

import static chaoxi.tables.Tables.TENANT;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.rights.Actor;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Does the chores. One that fails is left for the next hour and keeps no other from being done. */
@Component
public class Housekeeping {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

    private final ObjectProvider<Chore> chores;
    private final DSLContext database;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Housekeeping(
            ObjectProvider<Chore> chores, DSLContext database, PlatformTransactionManager transactions, Clock clock) {
        this.chores = chores;
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Every chore of the installation, then every chore of every firm. */
    public void doAll() {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        chores.orderedStream().filter(Chore::ofInstallation).forEach(chore -> done(chore, now));
        for (Long tenant :
                database.select(TENANT.ID).from(TENANT).orderBy(TENANT.ID).fetch(TENANT.ID)) {
            Acting.as(
                    Actor.system(tenant, ZoneOffset.UTC),
                    () -> chores.orderedStream()
                            .filter(chore -> !chore.ofInstallation())
                            .forEach(chore -> done(chore, now)));
        }
    }

    private void done(Chore chore, OffsetDateTime now) {
        try {
            int cleared = Objects.requireNonNull(transaction.execute(status -> chore.clear(now)));
            if (cleared > 0) LOG.info("Cleared away {}: {}", chore.name(), cleared);
        } catch (RuntimeException e) {
            LOG.warn("Not cleared away: {} ({})", chore.name(), e.getClass().getSimpleName());
        }
    }

    /** The hourly round, on whichever node takes it. */
    @Configuration(proxyBeanMethods = false)
    static class Round {
        @Bean
        Task<Void> housekeepingRound(Housekeeping housekeeping) {
            return Tasks.recurring("housekeeping", FixedDelay.of(Duration.ofHours(1)))
                    .execute((instance, context) -> housekeeping.doAll());
        }
    }
}
