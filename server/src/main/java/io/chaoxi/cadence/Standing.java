package io.chaoxi.cadence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What rhythms need of a customer that has an owner.
 *
 * @param owned since when; null where nobody remembers
 * @param touched kind of activity → the last one
 * @param meets the rhythms whose condition it meets
 * @param spread a number of its own
 */
record Standing(
        UUID customer,
        String name,
        UUID owner,
        boolean sample,
        @Nullable Instant owned,
        Map<String, Instant> touched,
        Set<UUID> meets,
        int spread) {

    @Nullable
    LocalDate owned(ZoneId zone) {
        return owned == null ? null : LocalDate.ofInstant(owned, zone);
    }

    @Nullable
    LocalDate touched(String kind, ZoneId zone) {
        Instant last = touched.get(kind);
        return last == null ? null : LocalDate.ofInstant(last, zone);
    }
}
