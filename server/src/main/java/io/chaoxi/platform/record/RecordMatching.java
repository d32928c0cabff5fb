package io.chaoxi.platform.record;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How the records of an object are found again among many rows at once: by exact keys (is this one there already?) and
 * by name (which one is meant?). Every answer takes one statement for each kind of key, however many rows ask.
 */
public interface RecordMatching {
    /** An exact key: the field it comes from and its normal form. */
    record Key(String field, String value) {}

    /**
     * A record with a key. Out of reach of the acting person its label is masked.
     *
     * @param inReach whether the acting person sees it
     */
    record Known(
            UUID id,
            String label,
            boolean inReach,
            @Nullable String owner) {}

    /**
     * A record that is probably the same as another though no key says so. Out of reach of the acting person its label is
     * masked and it has no id.
     *
     * @param object what it is; a lead may look like a customer
     * @param likely whether it probably is, and not only perhaps
     */
    record Alike(String object, @Nullable UUID id, String label, boolean likely) {}

    /** The keys of a record with these values. */
    Set<Key> keys(Map<String, @Nullable Object> values);

    /** The fields whose keys count, as the firm wants it. */
    Set<String> compared();

    /**
     * Whether the acting person may know what stands in the field. By one that is closed to him a record is the same only
     * where he would write otherwise: a question that costs nothing, asked ten thousand times, unmasks a number.
     */
    boolean opens(String field);

    /** Keeps everybody else from making records with keys until the transaction ends, so that no two imports make one twice. */
    void lock();

    /** The records, deleted ones aside, that have one of the keys. */
    Map<Key, List<Known>> known(Collection<Key> keys);

    /** Records that a text names exactly, by name or number; in reach or not. */
    Map<String, Set<UUID>> named(Collection<String> texts);

    /** For each of these records, some dozens, the one there is that looks most alike; none for objects without likeness. */
    default List<Optional<Alike>> alike(Catalogue catalogue, List<Map<String, @Nullable Object>> records) {
        return records.stream().map(record -> Optional.<Alike>empty()).toList();
    }
}
