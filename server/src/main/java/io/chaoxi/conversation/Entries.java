package io.chaoxi.conversation;

import io.chaoxi.platform.file.StoredFile;
import io.chaoxi.platform.record.HistoryLines;
import io.chaoxi.platform.record.RecordLabels;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Comments and attachments as the API shows them, with the names of who made them. */
@Component
class Entries {
    private final RecordLabels labels;

    Entries(RecordLabels labels) {
        this.labels = labels;
    }

    List<Map<String, @Nullable Object>> comments(List<Comment> comments) {
        return shown(comments, Entries::people, (comment, names) -> {
            var shown = start(comment.id(), comment.by(), comment.at(), names);
            shown.put("text", new CommentText(comment.text()).naming(names));
            shown.put("pinned", pinned(comment.pinned(), names));
            return shown;
        });
    }

    /** {@code typeName} says under which name the media type stands; a timeline calls something else its type. */
    List<Map<String, @Nullable Object>> files(List<StoredFile> files, String typeName) {
        return shown(files, file -> Stream.of(file.by()), (file, names) -> {
            var shown = start(file.id(), file.by(), file.at(), names);
            shown.put("name", file.name());
            shown.put("size", file.size());
            shown.put(typeName, file.mediaType());
            return shown;
        });
    }

    /** Of what stands where it was made. */
    static List<PastSource.Entry> placed(List<Map<String, @Nullable Object>> shown) {
        return shown.stream()
                .map(one -> new PastSource.Entry(Moment.of(UUID.fromString(String.valueOf(one.get("id")))), one))
                .toList();
    }

    private interface Line<T> {
        Map<String, @Nullable Object> of(T entry, Map<UUID, String> names);
    }

    private static @Nullable Map<String, @Nullable Object> pinned(Comment.@Nullable Pin pin, Map<UUID, String> names) {
        if (pin == null) return null;
        var shown = new LinkedHashMap<String, @Nullable Object>();
        shown.put("at", pin.at().toString());
        shown.put("by", HistoryLines.by(pin.by(), names));
        return shown;
    }

    private static Stream<UUID> people(Comment comment) {
        var named = new ArrayList<>(new CommentText(comment.text()).mentioned());
        named.add(comment.by());
        if (comment.pinned() != null) named.add(comment.pinned().by());
        return named.stream();
    }

    private <T> List<Map<String, @Nullable Object>> shown(
            Collection<T> entries, Function<T, Stream<UUID>> people, Line<T> line) {
        Map<UUID, String> names =
                labels.of("person", entries.stream().flatMap(people).distinct().toList());
        return entries.stream().map(entry -> line.of(entry, names)).toList();
    }

    private static Map<String, @Nullable Object> start(UUID id, UUID by, Instant at, Map<UUID, String> names) {
        var shown = new LinkedHashMap<String, @Nullable Object>();
        shown.put("id", id.toString());
        shown.put("at", at.toString());
        shown.put("by", HistoryLines.by(by, names));
        return shown;
    }
}
