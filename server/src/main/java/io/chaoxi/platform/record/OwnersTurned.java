package io.chaoxi.platform.record;

import java.util.Collection;
import java.util.UUID;

/**
 * These records have no owner any more, or have one who had none: what the former owner agreed on with others ends.
 * Published inside the transaction that writes it.
 */
public record OwnersTurned(String object, Collection<UUID> ids) {}
