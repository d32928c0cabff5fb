package io.chaoxi.conversation;

import io.chaoxi.platform.file.StoredFiles;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.Catalogue;
import io.chaoxi.platform.record.HistoryLines;
import io.chaoxi.platform.record.RecordFinding;
import io.chaoxi.platform.record.RecordPast;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes, comments and attachments of a record as one list, newest first. Each kind is asked for one page behind the
 * cursor, the pages are merged by id (which is by time) and cut: three statements, however long the past is. Pinned
 * comments are told with the first page.
 */
@Service
class Timeline {

    /** What an entry is. */
    enum Kind {
        CHANGE,
        COMMENT,
        FILE;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Of names with commas between them; all kinds when nothing is named, 400 for a name that is none. */
        static Set<Kind> of(String names) {
            if (names.isBlank()) return EnumSet.allOf(Kind.class);
            var kinds = EnumSet.noneOf(Kind.class);
            for (String name : names.split(",", -1)) kinds.add(named(name.strip()));
            return kinds;
        }

        private static Kind named(String name) {
            return Arrays.stream(values())
                    .filter(kind -> kind.key().equals(name))
                    .findFirst()
                    .orElseThrow(
                            () -> Refusal.malformed("timelineTypeUnknown", Map.of("types", "change,comment,file")));
        }
    }

    private final RecordFinding finding;
    private final RecordPast past;
    private final HistoryLines lines;
    private final CommentSql comments;
    private final StoredFiles files;
    private final Entries entries;

    Timeline(
            RecordFinding finding,
            RecordPast past,
            HistoryLines lines,
            CommentSql comments,
            StoredFiles files,
            Entries entries) {
        this.finding = finding;
        this.past = past;
        this.lines = lines;
        this.comments = comments;
        this.files = files;
        this.entries = entries;
    }

    /** A page, and with the first one what is pinned above it; that stands in its place on a page too. */
    record Past(
            List<Map<String, @Nullable Object>> items,
            @Nullable String next,
            List<Map<String, @Nullable Object>> pinned) {}

    @Transactional(readOnly = true)
    Past of(Catalogue catalogue, UUID record, Set<Kind> kinds, @Nullable UUID after) {
        finding.find(catalogue, record);
        var found = new ArrayList<Map<String, @Nullable Object>>();
        for (Kind kind : kinds) {
            for (var entry : page(kind, catalogue, record, after)) found.add(typed(kind, entry));
        }
        found.sort(Comparator.comparing(Timeline::id).reversed());
        Place.Page<Map<String, @Nullable Object>> page = Place.Page.of(found, Timeline::id, shown -> shown);
        boolean top = after == null && kinds.contains(Kind.COMMENT);
        return new Past(page.items(), page.next(), top ? pinned(catalogue, record) : List.of());
    }

    private List<Map<String, @Nullable Object>> pinned(Catalogue catalogue, UUID record) {
        var found = new ArrayList<Map<String, @Nullable Object>>();
        var pinned = comments.pinned(catalogue.type().object(), record);
        for (var entry : entries.comments(pinned)) found.add(typed(Kind.COMMENT, entry));
        return found;
    }

    private List<Map<String, @Nullable Object>> page(
            Kind kind, Catalogue catalogue, UUID record, @Nullable UUID after) {
        String object = catalogue.type().object();
        int rows = Place.PAGE + 1;
        return switch (kind) {
            case CHANGE -> lines.of(catalogue, past.of(catalogue, record, after, rows));
            case COMMENT -> entries.comments(comments.of(object, record, after, rows));
            case FILE -> entries.files(files.of(catalogue, record, after, rows), "mediaType");
        };
    }

    private static Map<String, @Nullable Object> typed(Kind kind, Map<String, @Nullable Object> entry) {
        var typed = new LinkedHashMap<String, @Nullable Object>();
        typed.put("type", kind.key());
        typed.putAll(entry);
        return typed;
    }

    private static String id(Map<String, @Nullable Object> entry) {
        return String.valueOf(entry.get("id"));
    }
}
