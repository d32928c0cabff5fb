package io.chaoxi.platform.record;

import io.chaoxi.platform.problem.Refusal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a list is asked for. Empty texts mean "not asked".
 *
 * @param filter RSQL over catalogue names
 * @param q words of the global search
 * @param sort names, each with {@code -} for descending
 * @param fields names of the wanted fields; empty for all
 * @param after the cursor of the page before
 */
public record RecordQuery(
        String filter,
        String q,
        String sort,
        List<String> fields,
        int limit,
        @Nullable String after,
        boolean deleted) {
    public static final int LARGEST_PAGE = 200;

    public RecordQuery {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw Refusal.malformed("limitOutOfRange", Map.of("max", LARGEST_PAGE));
        }
    }

    public static RecordQuery of(String filter, String q) {
        return new RecordQuery(filter, q, "", List.of(), LARGEST_PAGE, null, false);
    }
}
