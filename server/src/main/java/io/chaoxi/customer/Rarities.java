package io.chaoxi.customer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.chaoxi.platform.match.Party;
import io.chaoxi.platform.match.Rarity;
import io.chaoxi.platform.rights.Acting;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Which words are common among the customers of a firm, counted on each node over a sample, once a day and more often
 * while there are few: 电子 says nothing in Shenzhen and much in a firm of farmers.
 */
@Component
class Rarities {
    private static final Set<String> COUNTED = Set.of("name", "phone", "email", "website", "address");
    private static final int OLDEST = 3_000;
    private static final int NEWEST = 3_000;
    private static final int FIRMS = 20;
    private static final Duration OF_FEW = Duration.ofMinutes(10);
    private static final Duration OF_MANY = Duration.ofDays(1);

    private record Counted(Rarity rarity, boolean few) {}

    private final Cache<Long, Counted> kept = Caffeine.newBuilder()
            .maximumSize(FIRMS)
            .expireAfter(Expiry.creating((Long tenant, Counted counted) -> counted.few() ? OF_FEW : OF_MANY))
            .build();

    private final LookAlikeSql sql;

    Rarities(LookAlikeSql sql) {
        this.sql = sql;
    }

    Rarity ofFirm() {
        return kept.get(Acting.current().tenant(), tenant -> counted()).rarity();
    }

    private Counted counted() {
        List<Party> parties = sql.sample(OLDEST, NEWEST).stream()
                .map(values -> Compared.party(values, COUNTED::contains))
                .toList();
        return new Counted(Rarity.of(parties), parties.size() < OLDEST);
    }
}
