package io.chaoxi.platform.rights;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The records that a person reaches because they were shared with him, his department, one above it or one of his roles,
 * by object.
 *
 * @param readable all of them
 * @param writable those that he may also change
 */
public record Shares(Map<String, Set<UUID>> readable, Map<String, Set<UUID>> writable) {
    public static final Shares NONE = new Shares(Map.of(), Map.of());
}
