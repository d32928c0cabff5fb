package io.chaoxi.platform.record;

import java.util.Collection;
import java.util.UUID;

/**
 * These records of an object are about to be deleted for good. Published inside the transaction that deletes them, before
 * it does. Whoever's own records refer to them lets go of them, or deletes what has no sense without them, with
 * {@code @EventListener}; what is merely kept about them goes at {@link RecordsForgotten}.
 */
public record RecordsLeaving(String object, Collection<UUID> ids) {}
