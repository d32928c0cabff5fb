package io.chaoxi.platform.record;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Which records are to become one.
 *
 * @param survivor the one that stays
 * @param others those that go into it, each with the version that was seen
 * @param take field → the record whose value is kept; what is not named keeps the survivor's value, or where it has none
 *     the first of the others'
 */
record Merge(Seen survivor, List<Seen> others, Map<String, UUID> take) {
    record Seen(UUID id, long version) {}

    List<UUID> otherIds() {
        return others.stream().map(Seen::id).toList();
    }
}
