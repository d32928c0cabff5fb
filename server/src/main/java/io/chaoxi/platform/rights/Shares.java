package io.chaoxi.platform.rights;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The records that a person reaches because they were shared with him, his department, one above it or one of his roles,
 * by object, and the pools that he is a member of.
 *
 * @param readable all of them
 * @param writable those that he may also change
 * @param pools by id
 */
public record Shares(Map<String, Set<UUID>> readable, Map<String, Set<UUID>> writable, Map<UUID, Pool> pools) {
    public static final Shares NONE = new Shares(Map.of(), Map.of(), Map.of());

    public Shares(Map<String, Set<UUID>> readable, Map<String, Set<UUID>> writable) {
        this(readable, writable, Map.of());
    }

    /** A pool of an object, and the fields that it shows of a record before somebody claims it. */
    public record Pool(String object, Set<String> shown) {}
}
