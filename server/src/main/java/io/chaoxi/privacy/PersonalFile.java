package io.chaoxi.privacy;

import io.chaoxi.platform.Labels;
import io.chaoxi.platform.record.Catalogue;
import io.chaoxi.platform.record.PersonalRecords;
import io.chaoxi.platform.sheet.SheetWriter;
import io.chaoxi.platform.trace.Traces;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * All that is kept of a person as a ZIP: {@code data.json} for programs, and a table (.csv) of each part for people. Files
 * of the record are listed; they are fetched from its page.
 */
@Component
class PersonalFile {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String RECORDS = "records";

    private final PersonalRecords records;
    private final ObjectProvider<Traces> traces;
    private final Labels labels;
    private final Clock clock;

    PersonalFile(PersonalRecords records, ObjectProvider<Traces> traces, Labels labels, Clock clock) {
        this.records = records;
        this.traces = traces;
        this.labels = labels;
        this.clock = clock;
    }

    void write(Catalogue catalogue, UUID record, Path file) {
        var parts = parts(catalogue, record);
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            json(zip, catalogue, parts);
            for (var part : parts.entrySet()) {
                var rows = part.getKey().equals(RECORDS) ? fields(catalogue, part.getValue()) : part.getValue();
                table(zip, part.getKey(), rows, catalogue.actor().locale());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, List<Map<String, @Nullable Object>>> parts(Catalogue catalogue, UUID record) {
        var parts = new LinkedHashMap<String, List<Map<String, @Nullable Object>>>();
        parts.put(RECORDS, records.shown(catalogue, record));
        var person = records.trace(catalogue, record);
        traces.orderedStream().forEach(one -> parts.put(one.kind(), one.of(person)));
        return parts;
    }

    private void json(ZipOutputStream zip, Catalogue catalogue, Map<String, List<Map<String, @Nullable Object>>> parts)
            throws IOException {
        var all = new LinkedHashMap<String, @Nullable Object>();
        all.put("object", catalogue.type().object());
        all.put("at", clock.instant().toString());
        all.put("by", catalogue.actor().name());
        all.putAll(parts);
        zip.putNextEntry(new ZipEntry("data.json"));
        zip.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(all));
        zip.closeEntry();
    }

    /** Each field of each record as a line of its own. */
    private static List<Map<String, @Nullable Object>> fields(
            Catalogue catalogue, List<Map<String, @Nullable Object>> rows) {
        var lines = new ArrayList<Map<String, @Nullable Object>>();
        for (var row : rows) {
            for (var field : catalogue.visible()) {
                Object value = field.custom() && row.get("custom") instanceof Map<?, ?> own
                        ? own.get(field.key())
                        : row.get(field.name());
                var line = new LinkedHashMap<String, @Nullable Object>();
                line.put("record", row.get("id"));
                line.put("field", field.label().in(catalogue.actor().locale()));
                line.put(
                        "value",
                        value instanceof Map<?, ?> shown && shown.containsKey("label") ? shown.get("label") : value);
                lines.add(line);
            }
        }
        return lines;
    }

    private void table(ZipOutputStream zip, String part, List<Map<String, @Nullable Object>> rows, Locale locale)
            throws IOException {
        Set<String> names = new LinkedHashSet<>();
        rows.forEach(row -> names.addAll(row.keySet()));
        if (names.isEmpty()) return;
        zip.putNextEntry(new ZipEntry(labels.of("privacy", part).in(locale) + ".csv"));
        try (var sheet = SheetWriter.csv(new Entry(zip), columns(names, locale))) {
            for (var row : rows) {
                sheet.row(names.stream().map(name -> cell(row.get(name))).toList());
            }
        }
        zip.closeEntry();
    }

    private List<SheetWriter.Column> columns(Set<String> names, Locale locale) {
        return names.stream()
                .map(name -> labels.find("privacy", "column." + name)
                        .map(label -> label.in(locale))
                        .orElse(name))
                .map(SheetWriter.Column::of)
                .toList();
    }

    private static String cell(@Nullable Object value) {
        if (value == null) return "";
        return value instanceof Map<?, ?> || value instanceof List<?>
                ? JSON.writeValueAsString(value)
                : value.toString();
    }

    /** One entry of the archive: what is written into it ends, the archive does not. */
    private static final class Entry extends FilterOutputStream {
        Entry(OutputStream zip) {
            super(zip);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
