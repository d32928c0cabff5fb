package io.chaoxi.sample;

import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.RecordWriting;
import io.chaoxi.platform.record.Writing;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the sheets of samples and writes records from them. */
@Component
class SampleRecords {
    private final Catalogues catalogues;
    private final RecordWriting writing;

    SampleRecords(Catalogues catalogues, RecordWriting writing) {
        this.catalogues = catalogues;
        this.writing = writing;
    }

    List<UUID> create(String object, List<Map<String, @Nullable Object>> rows) {
        var catalogue = catalogues.of(object);
        var newborns = rows.stream().map(row -> writing.prepare(catalogue, row)).toList();
        return writing.createAll(catalogue, newborns, Writing.BY_HAND);
    }

    /** The cells of each line but the first. */
    List<String[]> lines(String file) {
        try (var in = Objects.requireNonNull(SampleRecords.class.getResourceAsStream(file));
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).map(line -> line.split(",", -1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
