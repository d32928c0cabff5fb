package io.chaoxi.today;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing to do.
 *
 * @param rank its place in the whole day, from 1
 * @param customer whose matter it is, where the record is no customer itself
 * @param due date or moment by which it is due, if there is one
 * @param shown what else is told of the record, as its list shows it
 * @param acts verbs that the page offers, as far as whoever looks may do them
 */
record Item(
        int rank,
        Subject record,
        @Nullable Object customer,
        Reason why,
        @Nullable String due,
        Map<String, @Nullable Object> shown,
        List<String> acts) {

    /** A record by its title as whoever looks may read it, in the version that was read. */
    record Subject(String object, UUID id, @Nullable String label, long version) {}

    /** A sentence in the language of whoever looks, its key and what it tells. */
    record Reason(String key, Map<String, Object> arguments, String text) {}
}
