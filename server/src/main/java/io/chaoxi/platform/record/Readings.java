package io.chaoxi.platform.record;

import io.chaoxi.platform.problem.FieldError;
import io.chaoxi.platform.problem.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What texts mean for the fields of an object, read as an import reads them: for pasting from a sheet. Writes nothing. */
@Service
class Readings {
    private final CellReaders readers;
    private final RecordLabels labels;
    private final RowJson json;
    private final Problems problems;

    Readings(CellReaders readers, RecordLabels labels, RowJson json, Problems problems) {
        this.readers = readers;
        this.labels = labels;
        this.json = json;
        this.problems = problems;
    }

    record Fault(String code, String message) {}

    /** What a text means, in the form that rows have it, or why it means nothing. */
    record Cell(@Nullable Object value, @Nullable Fault error) {}

    record Answer(List<List<Cell>> rows) {}

    /** Row by row, one cell for each of the fields; a row may be shorter than the fields are many. */
    @Transactional(readOnly = true)
    Answer of(Catalogue catalogue, List<Field> fields, List<List<String>> rows) {
        catalogue.actor().require(catalogue.type().object() + ".update");
        List<Map<Field, List<String>>> cells =
                rows.stream().map(row -> byField(fields, row)).toList();
        var reader = readers.over(catalogue, cells, NewTags.REFUSED);
        List<CellReader.Row> read = cells.stream().map(reader::read).toList();
        var titles = labels.of(fields, read.stream().map(CellReader.Row::values).toList());
        List<List<Cell>> answer = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            var row = read.get(i);
            Map<String, FieldError> errors = row.errors().stream()
                    .collect(Collectors.toMap(FieldError::field, error -> error, (one, other) -> one));
            answer.add(cells.get(i).keySet().stream()
                    .map(field -> cell(catalogue, field, row.values().get(field.name()), errors, titles))
                    .toList());
        }
        return new Answer(answer);
    }

    private static Map<Field, List<String>> byField(List<Field> fields, List<String> row) {
        var cells = new LinkedHashMap<Field, List<String>>();
        for (int i = 0; i < row.size() && i < fields.size(); i++) cells.put(fields.get(i), List.of(row.get(i)));
        return cells;
    }

    private Cell cell(
            Catalogue catalogue, Field field, @Nullable Object value, Map<String, FieldError> errors, Titles titles) {
        FieldError error = errors.get(field.name());
        if (error == null && !catalogue.writable(field)) error = new FieldError(field.name(), "fieldNotWritable");
        if (error == null && value == null && field.is(Field.Trait.REQUIRED)) {
            error = new FieldError(field.name(), "notBlank");
        }
        if (error != null) {
            var locale = catalogue.actor().locale();
            return new Cell(null, new Fault(error.code(), problems.sentence(error.code(), locale, error.arguments())));
        }
        Object meant = value == null && field.type() == FieldType.YES_NO ? false : value;
        return new Cell(json.value(field, meant, titles, catalogue.actor()), null);
    }
}
