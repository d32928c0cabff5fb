package io.chaoxi.platform.audit;

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
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals what was written ten minutes ago or earlier, so that writing waits for nothing: by then every transaction that
 * wrote a line with a lower id has ended.
 */
@Component
public class Seals {
    private static final Logger LOG = LoggerFactory.getLogger(Seals.class);
    private static final Duration SETTLED = Duration.ofMinutes(10);
    private static final int BATCH = 1_000;

    private final DSLContext database;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Seals(DSLContext database, PlatformTransactionManager transactions, Clock clock) {
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Of every firm; one that fails is left for the next round and keeps no other from being sealed. */
    void sealAll() {
        OffsetDateTime before = clock.instant().minus(SETTLED).atOffset(ZoneOffset.UTC);
        for (Long tenant :
                database.select(TENANT.ID).from(TENANT).orderBy(TENANT.ID).fetch(TENANT.ID)) {
            try {
                Acting.as(Actor.system(tenant, ZoneOffset.UTC), () -> seal(before));
            } catch (RuntimeException e) {
                LOG.warn(
                        "Access log of firm {} not sealed ({})",
                        tenant,
                        e.getClass().getSimpleName());
            }
        }
    }

    /** Seals the acting firm's lines of before this time, a thousand in a batch; answers how many there were. */
    public int seal(OffsetDateTime before) {
        int all = 0;
        while (true) {
            int sealed = Objects.requireNonNull(transaction.execute(status -> batch(before)));
            all += sealed;
            if (sealed < BATCH) return all;
        }
    }

    private int batch(OffsetDateTime before) {
        var sql = new SealSql(database, Acting.current().tenant());
        var chain = new Chain();
        sql.last().ifPresent(chain::follow);
        var lines = sql.open(chain.last(), before, BATCH);
        if (lines.isEmpty()) return 0;
        sql.add(chain.number() + 1, lines, chain.next(lines), clock.instant().atOffset(ZoneOffset.UTC));
        return lines.size();
    }

    /** The round, on whichever node takes it. */
    @Configuration(proxyBeanMethods = false)
    static class Round {
        @Bean
        Task<Void> sealingRound(Seals seals) {
            return Tasks.recurring("sealing", FixedDelay.of(SETTLED)).execute((instance, context) -> seals.sealAll());
        }
    }
}
