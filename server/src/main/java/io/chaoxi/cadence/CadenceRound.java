package io.chaoxi.cadence;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.chaoxi.platform.housekeeping.FirmRounds;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.rights.Actor;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks at the customers whose day has come, some hundred in a transaction, along the index of those days. What stops it
 * between two pieces loses nothing; two at once do nothing twice.
 */
@Component
class CadenceRound {
    private static final int PIECE = 300;

    private final Turning turning;
    private final TurnSql turns;
    private final CadenceSql cadences;
    private final FirmRounds rounds;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CadenceRound(
            Turning turning,
            TurnSql turns,
            CadenceSql cadences,
            FirmRounds rounds,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.turning = turning;
        this.turns = turns;
        this.cadences = cadences;
        this.rounds = rounds;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Every firm. */
    void runAll() {
        rounds.each("rhythms", this::run);
    }

    /** One firm; answers how many it looked at. Where no day has come, one look along the index. */
    int run(long tenant) {
        // No zone is further ahead than that.
        LocalDate latest = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1);
        ZoneId zone = Acting.<@Nullable ZoneId>as(
                Actor.system(tenant, ZoneOffset.UTC),
                () -> transaction.execute(
                        status -> turns.anything(latest) ? cadences.manner().zone() : null));
        if (zone == null) return 0;
        return Acting.as(Actor.system(tenant, zone), () -> all(LocalDate.ofInstant(clock.instant(), zone)));
    }

    private int all(LocalDate today) {
        int looked = 0;
        Turn after = null;
        do {
            Turn from = after;
            List<Turn> due = Objects.requireNonNull(transaction.execute(status -> piece(today, from)));
            looked += due.size();
            after = due.size() < PIECE ? null : due.getLast();
        } while (after != null && !Thread.currentThread().isInterrupted());
        return looked;
    }

    private List<Turn> piece(LocalDate today, @Nullable Turn after) {
        List<Turn> due = turns.due(today, after, PIECE);
        turning.look(due.stream().map(Turn::customer).toList(), null);
        return due;
    }

    /** The round of every minute, on whichever node takes it. */
    @Configuration(proxyBeanMethods = false)
    static class Round {
        @Bean
        Task<Void> cadencesOfEveryMinute(CadenceRound round) {
            return Tasks.recurring("cadences", FixedDelay.of(Duration.ofMinutes(1)))
                    .execute((instance, context) -> round.runAll());
        }
    }
}
