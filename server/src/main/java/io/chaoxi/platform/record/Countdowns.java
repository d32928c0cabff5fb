package io.chaoxi.platform.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When records return to their pools, by the rules and the calendar of a firm and by its today: one computation for a
 * single write, for the run, for counting anew and for the dry run. Reads nothing.
 */
public interface Countdowns {
    /**
     * @param returnAt when it returns unless something is done; null for never
     * @param warnAt when its owner is to be warned of that; null where he was, or need not be
     */
    record Due(@Nullable Instant returnAt, @Nullable Instant warnAt) {
        public static final Due NEVER = new Due(null, null);
    }

    Due of(Standing standing);
}
