package io.chaoxi.pool;

import io.chaoxi.platform.record.PassingMany.To;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.rights.Actors;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Where records go by a rule. A pool that is gone, a person who is locked or gone, and who would get back what he has just
 * lost, receive nothing: then the pools' conditions decide.
 */
@Component
class Destinations {
    private final Actors actors;
    private final ReturnSql sql;

    Destinations(Actors actors, ReturnSql sql) {
        this.actors = actors;
        this.sql = sql;
    }

    /** {@code gone}: what the rule names can take nothing. */
    record Way(To to, @Nullable UUID person, boolean gone) {
        To from(UUID owner) {
            return owner.equals(person) ? To.POOLS : to;
        }
    }

    Way of(ReturnRule rule, FirmCountdowns firm) {
        UUID person = rule.person();
        if (person != null) {
            return works(person)
                    ? new Way(new To(person, sql.department(person), null), person, false)
                    : new Way(To.POOLS, null, true);
        }
        UUID pool = rule.pool();
        if (pool == null) return new Way(To.POOLS, null, false);
        return firm.pools().contains(pool)
                ? new Way(new To(null, null, pool), null, false)
                : new Way(To.POOLS, null, true);
    }

    boolean works(UUID person) {
        return actors.load(Acting.current().tenant(), person).isPresent();
    }
}
