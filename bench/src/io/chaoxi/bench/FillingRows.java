package io.chaoxi.bench;

import io.chaoxi.platform.text.SearchTokens;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** What the rows of a firm's records have in common. */
record FillingRows(long tenant, UUID administrator, Random random) {
    /** What the rows of a customer share. */
    record Born(UUID id, Instant at, Instant changed, UUID owner, UUID department, UUID by) {}

    CopyRow head(Born born) {
        return new CopyRow().add(tenant).add(born.id()).add(1).add(born.at()).add(born.by()).add(born.changed()).add(born.by())
                .add(born.owner()).add(born.department());
    }

    @SafeVarargs
    final Set<String> tokens(Collection<String>... kinds) {
        var all = new LinkedHashSet<String>();
        for (var kind : kinds) all.addAll(kind);
        return SearchTokens.prefixed(tenant, all);
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    Instant between(Instant from, Instant to) {
        return Instant.ofEpochMilli(from.toEpochMilli() + (long) (random.nextDouble() * (to.toEpochMilli() - from.toEpochMilli())));
    }

    /** UUIDv7 of that millisecond. */
    UUID id(Instant at) {
        long high = (at.toEpochMilli() << 16) | 0x7000L | random.nextInt(0x1000);
        return new UUID(high, (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L);
    }
}
