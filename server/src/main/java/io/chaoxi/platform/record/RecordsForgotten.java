package io.chaoxi.platform.record;

import java.util.Collection;
import java.util.UUID;

/**
 * Records are gone for good, as sample data goes; published inside the transaction that deletes them. Whoever keeps
 * something about records deletes it with {@code @EventListener}, and his failure undoes the deletion.
 */
public record RecordsForgotten(Collection<UUID> ids) {}
