package io.chaoxi.conversation;

import io.chaoxi.platform.problem.Refusal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Pages of what sorts by its id, which is by the time it was made: the cursor is the last id of the page before. */
final class Place {
    static final int PAGE = 30;

    private Place() {}

    /** 400 for a text that never was a cursor. */
    static @Nullable UUID behind(@Nullable String after) {
        if (after == null || after.isEmpty()) return null;
        try {
            return UUID.fromString(after);
        } catch (IllegalArgumentException e) {
            throw Refusal.malformed("cursorRefused", Map.of());
        }
    }

    /** A page and the cursor behind it, null at the end. */
    record Page<T>(List<T> items, @Nullable String next) {

        /** Of one row more than a page holds, if there are that many. */
        static <S, T> Page<T> of(List<S> found, Function<S, String> id, Function<List<S>, List<T>> shown) {
            boolean more = found.size() > PAGE;
            List<S> page = more ? found.subList(0, PAGE) : found;
            return new Page<>(shown.apply(page), more ? id.apply(page.getLast()) : null);
        }
    }
}
