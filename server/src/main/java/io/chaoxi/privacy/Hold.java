package io.chaoxi.privacy;

import java.time.Instant;
import java.util.UUID;

/** Why somebody must not be erased, such as a lawsuit; who said so and when. */
record Hold(UUID id, UUID record, String reason, Instant at, UUID by) {}
