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
 * Which words are common among the customers or contacts of a firm, counted on each node over a sample, once a day and more often
 * while there are few: 电子 says nothing in Shenzhen and much in a firm of farmers.
 */
@Component
class Rarities {
    private static final Set<String> COUNTED = Set.of("name", "phone", "telephone", "email", "website", "address");
    private static final int OLDEST = 3_000;
    private static final int NEWEST = 3_000;
    private static final int KEPT = 40;
    private static final Duration OF_FEW = Duration.ofMinutes(10);
    private static final Duration OF_MANY = Duration.ofDays(1);

    private record Counted(Rarity rarity, boolean few) {}

    private record Of(long tenant, String object) {}

    private final Cache<Of, Counted> kept = Caffeine.newBuilder()
            .maximumSize(KEPT)
            .expireAfter(Expiry.creating((Of of, Counted counted) -> counted.few() ? OF_FEW : OF_MANY))
            .build();

    private final ComparedSql sql;

    Rarities(ComparedSql sql) {
        this.sql = sql;
    }

    Rarity of(Compared compared) {
        var of = new Of(Acting.current().tenant(), compared.object());
        return kept.get(of, anew -> counted(compared)).rarity();
    }

    private Counted counted(Compared compared) {
        List<Party> parties = sql.sample(compared, OLDEST, NEWEST).stream()
                .map(values -> compared.party(values, COUNTED::contains))
                .toList();
        return new Counted(Rarity.of(parties), parties.size() < OLDEST);
    }
}
