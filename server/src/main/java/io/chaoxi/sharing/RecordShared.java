package io.chaoxi.sharing;

import java.util.UUID;

/** A record was shared with a person. Whoever tells him asks first whether he may read it. */
public record RecordShared(
        long tenant, UUID share, String object, UUID record, UUID person, boolean writable, UUID by) {}
