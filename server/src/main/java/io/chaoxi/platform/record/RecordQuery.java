package io.chaoxi.platform.record;

import io.chaoxi.platform.problem.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a list is asked for. Empty texts mean "not asked".
 *
 * @param filter RSQL over catalogue names
 * @param q words of the global search
 * @param sort names, each with {@code -} for descending
 * @param fields names of the wanted fields; empty for all
 * @param after the cursor of the page before
 * @param ids the only records that count, when there are any
 */
public record RecordQuery(
        String filter,
        String q,
        String sort,
        List<String> fields,
        int limit,
        @Nullable String after,
        boolean deleted,
        Set<UUID> ids) {
    public static final int LARGEST_PAGE = 200;

    public RecordQuery {
        ids = Set.copyOf(ids);
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw Refusal.malformed("limitOutOfRange", Map.of("max", LARGEST_PAGE));
        }
    }

    public RecordQuery(
            String filter,
            String q,
            String sort,
            List<String> fields,
            int limit,
            @Nullable String after,
            boolean deleted) {
        this(filter, q, sort, fields, limit, after, deleted, Set.of());
    }

    /** The names in a parameter that lists them with commas between; none when it is blank. */
    public static List<String> names(String list) {
        return list.isBlank()
                ? List.of()
                : Arrays.stream(list.split(",")).map(String::strip).distinct().toList();
    }

    public static RecordQuery of(String filter, String q) {
        return new RecordQuery(filter, q, "", List.of(), LARGEST_PAGE, null, false);
    }
}
