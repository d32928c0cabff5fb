package io.chaoxi.notification;

import java.util.List;
import java.util.UUID;

/** Somebody made another person the owner of these records. */
record RecordsAssigned(UUID id, long tenant, String object, List<UUID> records, UUID owner, UUID by) {}
