package io.chaoxi.platform.record;

import java.util.LinkedHashMap;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The pools of an object in the firm's order: whoever has no owner is in the first one whose condition he meets. */
public interface PoolOrder {
    /**
     * The pools as they are.
     *
     * @param standard takes whatever meets none of the conditions
     * @param conditions pool → RSQL over the object, in order; a pool without one gets only what a person puts there
     * @param all pools that are there
     */
    record Pools(UUID standard, LinkedHashMap<UUID, String> conditions, Set<UUID> all) {}

    /** Whether there is such a pool of the object. */
    boolean has(String object, UUID pool);

    /** How many records of the object one may hold by its default pool; null for no limit. */
    @Nullable
    Integer heldMost(String object);

    /** Read for a transaction that puts records in pools: until it ends nobody changes what was read. */
    Pools of(String object);
}
