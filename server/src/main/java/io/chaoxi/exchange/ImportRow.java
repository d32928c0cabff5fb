package io.chaoxi.exchange;

import io.chaoxi.platform.problem.FieldError;
import io.chaoxi.platform.record.RecordMatching;
import io.chaoxi.platform.record.RecordMatching.Known;
import io.chaoxi.platform.record.RecordWriting.Newborn;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
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

    /**
     * The records that are the same by one of the keys, each once. Keys in fields that are not open to the importer find
     * some only where no other does: else a row that is there by its name, and makes nothing, would tell of any number
     * whether it is there too.
     */
    List<Known> among(Map<RecordMatching.Key, List<Known>> known, Predicate<String> open) {
        var found = same(known, key -> open.test(key.field()));
        return found.isEmpty() ? same(known, key -> !open.test(key.field())) : found;
    }

    private List<Known> same(Map<RecordMatching.Key, List<Known>> known, Predicate<RecordMatching.Key> by) {
        return keys.stream()
                .filter(by)
                .flatMap(key -> known.getOrDefault(key, List.of()).stream())
                .distinct()
                .toList();
    }
}
