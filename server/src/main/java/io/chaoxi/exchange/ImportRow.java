package io.chaoxi.exchange;

import io.chaoxi.platform.problem.FieldError;
import io.chaoxi.platform.record.RecordMatching;
import io.chaoxi.platform.record.RecordMatching.Known;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A row of the file as the fields took it.
 *
 * @param values what the record would hold, empty cells left out
 * @param keys by which it may be there already; none when the row has errors
 * @param errors cells that could not be read
 * @param faults what keeps it from being a new record; those errors among them
 */
record ImportRow(
        int number,
        List<String> cells,
        Map<String, @Nullable Object> values,
        Set<RecordMatching.Key> keys,
        List<FieldError> errors,
        List<FieldError> faults) {

    boolean faulty() {
        return !errors.isEmpty();
    }

    /** The records that are the same by one of the keys, each once. */
    List<Known> among(Map<RecordMatching.Key, List<Known>> known) {
        return keys.stream()
                .flatMap(key -> known.getOrDefault(key, List.of()).stream())
                .distinct()
                .toList();
    }
}
