package io.chaoxi.platform.record;

import java.util.Collection;
import java.util.UUID;

/**
 * Records are gone for good: sample data, or people who were erased. Published inside the transaction that deletes them.
 * Whoever keeps something about records deletes it with {@code @EventListener}, and his failure undoes the deletion.
 *
 * @param factsStay that something was done stays known, without any value: so it is with people
 */
public record RecordsForgotten(Collection<UUID> ids, boolean factsStay) {}
