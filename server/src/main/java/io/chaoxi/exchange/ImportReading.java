package io.chaoxi.exchange;

import io.chaoxi.platform.problem.FieldError;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.Catalogue;
import io.chaoxi.platform.record.CellReaders;
import io.chaoxi.platform.record.Field;
import io.chaoxi.platform.record.NewTags;
import io.chaoxi.platform.record.RecordMatching;
import io.chaoxi.platform.record.RecordWriting;
import io.chaoxi.platform.sheet.SheetRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns rows of a sheet into records to be, and says what is wrong with each and which are there already. Writes nothing. */
@Component
class ImportReading {
    private final CellReaders readers;
    private final RecordWriting writing;

    ImportReading(CellReaders readers, RecordWriting writing) {
        this.readers = readers;
        this.writing = writing;
    }

    /**
     * How rows are read.
     *
     * @param placed what says whose new records are where the file says nothing; empty for the importer's
     * @param making whether something is to be written, tags that the rows name among it
     */
    record Terms(
            Catalogue catalogue,
            Columns columns,
            Policy policy,
            List<UUID> tags,
            Map<String, @Nullable Object> placed,
            boolean making) {
        Optional<RecordMatching> matching() {
            return Optional.ofNullable(catalogue.type().matching());
        }

        /** Whether the importer may know what stands in the field of a key. */
        boolean opens(String field) {
            return matching().orElseThrow().opens(field);
        }
    }

    List<ImportRow> rows(Terms terms, List<SheetRow> sheetRows) {
        List<Map<Field, List<String>>> cells =
                sheetRows.stream().map(row -> terms.columns().of(row.cells())).toList();
        var reader = readers.over(terms.catalogue(), cells, terms.making() ? NewTags.MADE : NewTags.FORESEEN);
        Set<String> compared = terms.matching().map(RecordMatching::compared).orElse(Set.of());
        Set<String> open = compared.stream().filter(terms::opens).collect(Collectors.toSet());
        List<ImportRow> rows = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            var read = reader.read(cells.get(i));
            var values = withTags(read.values(), terms.tags());
            SheetRow row = sheetRows.get(i);
            var faults = read.errors().isEmpty() ? faults(terms, values) : read.errors();
            boolean written = terms.making() && faults.isEmpty();
            Set<RecordMatching.Key> keys =
                    read.errors().isEmpty() ? keys(terms, written ? compared : open, values) : Set.of();
            var newborn = written ? writing.prepare(terms.catalogue(), owned(values, terms.placed())) : null;
            rows.add(new ImportRow(row.number(), row.cells(), values, keys, read.errors(), faults, newborn));
        }
        return rows;
    }

    private static Set<RecordMatching.Key> keys(
            Terms terms, Set<String> compared, Map<String, @Nullable Object> values) {
        return terms.matching().map(matching -> matching.keys(values)).orElse(Set.of()).stream()
                .filter(key -> compared.contains(key.field()))
                .collect(Collectors.toSet());
    }

    private static Map<String, @Nullable Object> owned(
            Map<String, @Nullable Object> values, Map<String, @Nullable Object> placed) {
        if (placed.isEmpty() || values.containsKey("owner")) return values;
        var owned = new HashMap<String, @Nullable Object>(values);
        owned.putAll(placed);
        return owned;
    }

    private static Map<String, @Nullable Object> withTags(Map<String, @Nullable Object> values, List<UUID> tags) {
        if (tags.isEmpty()) return values;
        var all = new LinkedHashSet<Object>();
        if (values.get("tags") instanceof List<?> own) all.addAll(own);
        all.addAll(tags);
        var tagged = new LinkedHashMap<String, @Nullable Object>(values);
        tagged.put("tags", List.copyOf(all));
        return tagged;
    }

    /** The records that are there already by the keys of these rows. */
    Map<RecordMatching.Key, List<RecordMatching.Known>> known(Terms terms, List<ImportRow> rows) {
        var keys = new HashSet<RecordMatching.Key>();
        rows.forEach(row -> keys.addAll(row.keys()));
        return keys.isEmpty() ? Map.of() : terms.matching().orElseThrow().known(keys);
    }

    private List<FieldError> faults(Terms terms, Map<String, @Nullable Object> values) {
        return writing.examine(terms.catalogue(), values)
                .map(ImportReading::errors)
                .orElse(List.of());
    }

    static List<FieldError> errors(Refusal refusal) {
        return refusal.errors().isEmpty()
                ? List.of(new FieldError("", refusal.code(), refusal.arguments()))
                : refusal.errors();
    }
}
