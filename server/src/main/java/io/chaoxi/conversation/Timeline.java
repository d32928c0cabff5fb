package io.chaoxi.conversation;

import io.chaoxi.conversation.PastSource.Entry;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.Catalogue;
import io.chaoxi.platform.record.RecordFinding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes, comments, attachments and what was done with a record as one list, newest first. Each kind is asked for one
 * page behind the cursor, the pages are merged by time and cut: a statement or two for each kind, however long the past
 * is. Pinned comments are told with the first page.
 */
@Service
class Timeline {
    private final RecordFinding finding;
    private final Map<String, PastSource> sources;

    Timeline(RecordFinding finding, List<PastSource> sources) {
        this.finding = finding;
        this.sources = sources.stream()
                .collect(Collectors.toMap(
                        PastSource::type, Function.identity(), (one, other) -> one, LinkedHashMap::new));
    }

    /** A page, and with the first one what is pinned above it; that stands in its place on a page too. */
    record Past(
            List<Map<String, @Nullable Object>> items,
            @Nullable String next,
            List<Map<String, @Nullable Object>> pinned) {}

    /** @param types names with commas between them, all kinds when nothing is named; 400 for a name that is none */
    @Transactional(readOnly = true)
    Past of(Catalogue catalogue, UUID record, String types, @Nullable Moment after) {
        var asked = named(types);
        finding.find(catalogue, record);
        var found = new ArrayList<Placed>();
        for (PastSource source : asked) {
            source.of(catalogue, record, after, Place.PAGE + 1).forEach(entry -> found.add(placed(source, entry)));
        }
        found.sort(Comparator.comparing(Placed::place).reversed());
        var page = Place.Page.of(
                found,
                last -> last.place().cursor(),
                some -> some.stream().map(Placed::shown).toList());
        return new Past(page.items(), page.next(), after == null ? pinned(asked, catalogue, record) : List.of());
    }

    private record Placed(Moment place, Map<String, @Nullable Object> shown) {}

    private static Placed placed(PastSource source, Entry entry) {
        return new Placed(entry.place(), typed(source, entry));
    }

    private List<PastSource> named(String types) {
        if (types.isBlank()) return List.copyOf(sources.values());
        var asked = new ArrayList<PastSource>();
        for (String name : types.split(",", -1)) {
            PastSource source = sources.get(name.strip());
            if (source == null) {
                throw Refusal.malformed("timelineTypeUnknown", Map.of("types", String.join(",", sources.keySet())));
            }
            if (!asked.contains(source)) asked.add(source);
        }
        return asked;
    }

    private static List<Map<String, @Nullable Object>> pinned(
            List<PastSource> asked, Catalogue catalogue, UUID record) {
        return asked.stream()
                .flatMap(source -> source.pinned(catalogue, record).stream().map(entry -> typed(source, entry)))
                .toList();
    }

    private static Map<String, @Nullable Object> typed(PastSource source, Entry entry) {
        var typed = new LinkedHashMap<String, @Nullable Object>();
        typed.put("type", source.type());
        typed.putAll(entry.shown());
        return typed;
    }
}
