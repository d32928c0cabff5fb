package io.chaoxi.platform.record;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Records of one object were written; one event for a whole batch.
 *
 * @param kind the key of the history line
 * @param owner whose they became by it; null where that stayed, where they are nobody's, and for a batch
 */
public record RecordsChanged(
        long tenant,
        String object,
        List<UUID> ids,
        String kind,
        @Nullable UUID owner,
        UUID by,
        @Nullable UUID job) {
    /** The kind of what the rules of return did. */
    public static final String RETURNED = "returned";

    /** The kind of what its owner gave back. */
    public static final String RELEASED = "released";
}
