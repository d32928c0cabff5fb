package io.chaoxi.exchange;

import io.chaoxi.platform.problem.FieldError;
import io.chaoxi.platform.record.RecordMatching;
import io.chaoxi.platform.record.RecordMatching.Known;
import io.chaoxi.platform.record.RecordWriting.Newborn;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the file as the fields took it.
 *
 * @param values what the record would hold, empty cells left out
 * @param keys by which it may be there already; none when the row has errors
 * @param errors cells that could not be read
 * @param faults what keeps it from being a new record; those errors among them
 * @param newborn the record that it would be, where there are no faults and something is to be written
 */
record ImportRow(
        int number,
        List<String> cells,
        Map<String, @Nullable Object> values,
        Set<RecordMatching.Key> keys,
        List<FieldError> errors,
        List<FieldError> faults,
        @Nullable Newborn newborn) {

    boolean faulty() {
        return !errors.isEmpty();
    }

    /** The records that are the same by one of the keys, each once, as the key that tells most of it tells. */
    List<Known> among(Map<RecordMatching.Key, List<Known>> known) {
        var byId = new LinkedHashMap<UUID, Known>();
        for (RecordMatching.Key key : keys) {
            known.getOrDefault(key, List.of())
                    .forEach(one -> byId.merge(one.id(), one, (before, now) -> before.inReach() ? before : now));
        }
        return List.copyOf(byId.values());
    }
}
