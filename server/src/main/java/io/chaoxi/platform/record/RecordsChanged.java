package io.chaoxi.platform.record;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Records of one object were written; one event for a whole batch. {@code kind} is the key of the history line. */
public record RecordsChanged(
        long tenant,
        String object,
        List<UUID> ids,
        String kind,
        UUID by,
        @Nullable UUID job) {}
