package io.chaoxi.pool;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.chaoxi.platform.Ids;
import io.chaoxi.platform.housekeeping.FirmRounds;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.rights.Actor;
import io.chaoxi.pool.ReturnPiece.Reached;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The run: firm by firm it warns of what is about to return, then returns what is due, a piece at a time. What stops it
 * between two pieces loses nothing, and two at once share the work. People are told of it when a run has done all; what a
 * killed one could not tell, the next one does.
 */
@Component
public class ReturnRound {
    private final ReturnPiece pieces;
    private final ReturnSql sql;
    private final PoolSql pools;
    private final FirmRounds rounds;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    ReturnRound(
            ReturnPiece pieces,
            ReturnSql sql,
            PoolSql pools,
            FirmRounds rounds,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.pieces = pieces;
        this.sql = sql;
        this.pools = pools;
        this.rounds = rounds;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** How many records a run warned of and returned. */
    public record Done(int warned, int returned) {}

    /** Every firm. */
    public void runAll() {
        rounds.each("returns", this::run);
    }

    /** One firm; where nothing is due, one look along the indexes. */
    public Done run(long tenant) {
        var idle = Actor.system(tenant, ZoneOffset.UTC);
        ZoneId zone = Acting.<@Nullable ZoneId>as(
                idle, () -> transaction.execute(status -> pieces.anything() ? pools.zone() : null));
        if (zone == null) return new Done(0, 0);
        return Acting.as(Actor.system(tenant, zone), () -> {
            int warned = 0;
            int returned = 0;
            for (String object : pieces.objects()) {
                warned += all(after -> pieces.warn(object, after));
                returned += all(after -> pieces.pass(object, after));
            }
            tell(tenant);
            return new Done(warned, returned);
        });
    }

    private static int all(Function<ReturnSql.@Nullable Due, Reached> piece) {
        int records = 0;
        ReturnSql.Due after = null;
        do {
            Reached reached = piece.apply(after);
            records += reached.records();
            after = reached.next();
        } while (after != null && !Thread.currentThread().isInterrupted());
        return records;
    }

    private void tell(long tenant) {
        transaction.executeWithoutResult(status -> {
            for (var told : sql.takeTold()) {
                events.publishEvent(new ReturnsTold(
                        Ids.next(),
                        tenant,
                        told.object(),
                        told.person(),
                        told.what(),
                        told.records(),
                        told.record(),
                        told.first(),
                        told.last()));
            }
        });
    }

    /** The round of every minute, on whichever node takes it. */
    @Configuration(proxyBeanMethods = false)
    static class Round {
        @Bean
        Task<Void> returnsOfEveryMinute(ReturnRound round) {
            return Tasks.recurring("returns", FixedDelay.of(Duration.ofMinutes(1)))
                    .execute((instance, context) -> round.runAll());
        }
    }
}
