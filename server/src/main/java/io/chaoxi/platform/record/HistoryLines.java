package io.chaoxi.platform.record;

import chaoxi.tables.tables.records.ChangeRecord;
import io.chaoxi.platform.Labels;
import io.chaoxi.platform.rights.Actor;
import io.chaoxi.platform.rights.FieldRight;
import io.chaoxi.platform.text.PhoneNumbers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lines of a history as the acting person may read them: hidden fields are left out, masked values masked. The titles
 * of all that the lines refer to are read together, so that a page costs one statement for each kind of record.
 */
@Component
public class HistoryLines {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> SIDES = List.of("from", "to");

    private final Catalogues catalogues;
    private final RecordLabels labels;
    private final RowJson json;
    private final HeldFiles files;
    private final Labels texts;

    HistoryLines(Catalogues catalogues, RecordLabels labels, RowJson json, HeldFiles files, Labels texts) {
        this.catalogues = catalogues;
        this.labels = labels;
        this.json = json;
        this.files = files;
        this.texts = texts;
    }

    /** A field that changed: {@code sides} holds the stored values of from and to that there are. */
    private record Difference(Field field, Map<String, Object> sides) {}

    public List<Map<String, @Nullable Object>> of(Catalogue catalogue, List<ChangeRecord> lines) {
        Map<UUID, List<Difference>> differences = new HashMap<>();
        for (ChangeRecord line : lines) differences.put(line.getId(), differences(catalogue, line));
        Titles titles = titles(lines, differences);
        return lines.stream()
                .map(line -> line(catalogue, line, differences.getOrDefault(line.getId(), List.of()), titles))
                .toList();
    }

    private Titles titles(List<ChangeRecord> lines, Map<UUID, List<Difference>> differences) {
        var all = differences.values().stream().flatMap(List::stream).toList();
        Map<UUID, String> titles = new HashMap<>();
        records(lines, all).forEach((object, ids) -> titles.putAll(labels.of(object, ids)));
        var held = all.stream()
                .filter(difference -> difference.field().type() == FieldType.FILES)
                .flatMap(difference -> difference.sides().values().stream())
                .flatMap(value -> HeldFiles.ids(value).stream())
                .collect(Collectors.toSet());
        return new Titles(titles, files.of(held));
    }

    /** The people who wrote the lines and all records that the differences refer to, by object. */
    private static Map<String, Set<UUID>> records(List<ChangeRecord> lines, List<Difference> differences) {
        Map<String, Set<UUID>> wanted = new LinkedHashMap<>();
        var people = wanted.computeIfAbsent("person", object -> new HashSet<>());
        lines.forEach(line -> people.add(line.getById()));
        for (Difference difference : differences) {
            String object = difference.field().object();
            if (object == null) continue;
            var ids = wanted.computeIfAbsent(object, one -> new HashSet<>());
            difference.sides().values().forEach(value -> {
                if (value instanceof UUID id) ids.add(id);
            });
        }
        return wanted;
    }

    private List<Difference> differences(Catalogue catalogue, ChangeRecord line) {
        List<Difference> found = new ArrayList<>();
        if (line.getChanges() == null) return found;
        for (JsonNode change : JSON.readTree(line.getChanges().data())) {
            field(catalogue, change).ifPresent(field -> {
                Map<String, Object> sides = new HashMap<>();
                for (String side : SIDES) {
                    Object value = stored(field, change.get(side));
                    if (value != null) sides.put(side, value);
                }
                found.add(new Difference(field, sides));
            });
        }
        return found;
    }

    /** The field of the record, or what stands for a record of another object that the line mentions. */
    private Optional<Field> field(Catalogue catalogue, JsonNode change) {
        String name = change.path("field").asString();
        if (!change.has("object")) return catalogue.visible(name);
        return catalogues.of(name).titleRight().readable()
                ? Optional.of(Field.mention(name, texts.of(name, "_object")))
                : Optional.empty();
    }

    /** A record that is mentioned is told of only to whoever may read such records and reaches this one. */
    private static boolean told(Difference difference, Titles titles) {
        return !difference.field().mention()
                || difference.sides().values().stream().allMatch(titles.records()::containsKey);
    }

    private Map<String, @Nullable Object> line(
            Catalogue catalogue, ChangeRecord line, List<Difference> differences, Titles titles) {
        var shown = new LinkedHashMap<String, @Nullable Object>();
        shown.put("id", line.getId().toString());
        shown.put("at", line.getAt().toInstant().toString());
        shown.put("by", by(line.getById(), titles.records()));
        shown.put("kind", line.getKind());
        shown.put(
                "changes",
                differences.stream()
                        .filter(one -> told(one, titles))
                        .map(one -> shown(catalogue, one, titles))
                        .toList());
        shown.put("job", line.getJobId() == null ? null : line.getJobId().toString());
        return shown;
    }

    /** Whoever did it: the program itself, or a person, without a name where the reader may not know it. */
    public static Map<String, @Nullable Object> by(UUID person, Map<UUID, String> titles) {
        var by = new LinkedHashMap<String, @Nullable Object>();
        by.put("id", person.toString());
        by.put("label", Actor.name(person, titles));
        return by;
    }

    private Map<String, @Nullable Object> shown(Catalogue catalogue, Difference difference, Titles titles) {
        Field field = difference.field();
        boolean masked = catalogue.right(field) == FieldRight.MASKED;
        var shown = new LinkedHashMap<String, @Nullable Object>();
        shown.put("field", field.name());
        shown.put("label", field.label().in(catalogue.actor().locale()));
        for (String side : SIDES) {
            Object value = difference.sides().get(side);
            shown.put(
                    side,
                    value != null && masked ? field.mask(value) : json.value(field, value, titles, catalogue.actor()));
            if (value instanceof String phone && field.type() == FieldType.PHONE && !masked)
                shown.put(side + "Label", PhoneNumbers.shown(phone));
        }
        return shown;
    }

    static @Nullable Object stored(Field field, @Nullable JsonNode node) {
        if (node == null || node.isNull()) return null;
        return field.type() == FieldType.TAGS ? JsonValues.ids(node) : JsonValues.fromStored(field, node);
    }
}
