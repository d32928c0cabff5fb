package io.chaoxi.privacy;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How long people are kept without anything being written about them.
 *
 * @param version 1 as long as nothing was said
 * @param months null: for ever
 * @param binnedOnly only people in the recycle bin
 * @param active whether the program erases by itself, every day
 * @param by who said so; what goes by itself goes in his name and within his rights
 * @param since when; by itself nothing goes on the first day
 */
record RetentionRule(
        long version,
        @Nullable Integer months,
        boolean binnedOnly,
        boolean active,
        @Nullable UUID by,
        @Nullable Instant since,
        @Nullable Instant ranAt) {
    static final RetentionRule NONE = new RetentionRule(1, null, false, false, null, null, null);
    private static final Duration GRACE = Duration.ofDays(1);
    private static final Duration BETWEEN = Duration.ofHours(23);

    /** Whether the daily round is to be done. */
    boolean dueAt(Instant now) {
        if (!active || months == null || since == null || since.plus(GRACE).isAfter(now)) return false;
        return ranAt == null || !ranAt.plus(BETWEEN).isAfter(now);
    }
}
