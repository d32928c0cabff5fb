package io.chaoxi.promise;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How well people kept their word in the days up to now.
 *
 * @param filters of the list behind a number, by its name; of one person with {@code countsFor==} and his id besides
 * @param people who had anything to keep, the largest number first
 * @param firm all of them; null for whoever does not see the whole firm
 * @param exact false where there is more than was counted
 */
record Score(
        int days,
        Map<String, String> filters,
        List<OfPerson> people,
        @Nullable Numbers firm,
        boolean exact) {

    /** Somebody by his name as whoever looks may read it. */
    record Named(UUID id, @Nullable String label) {}

    record OfPerson(Named person, Numbers numbers) {}

    /**
     * @param kept in time
     * @param broken all that were not, {@code late} of which were kept behind their time
     * @param rate kept in time of all that were due; null where nothing was, for nobody kept or broke anything then
     */
    record Numbers(
            long kept, long broken, long late, @Nullable BigDecimal rate) {
        private static final int DIGITS = 4;

        static Numbers of(long kept, long broken, long late) {
            return new Numbers(kept, broken, late, rate(kept, kept + broken));
        }

        private static @Nullable BigDecimal rate(long kept, long due) {
            if (due == 0) return null;
            return BigDecimal.valueOf(kept).divide(BigDecimal.valueOf(due), DIGITS, RoundingMode.HALF_UP);
        }
    }
}
