package io.chaoxi.platform.record;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What becomes of a record that somebody decided about: whose it is, or whether it stays with him. */
@FunctionalInterface
public interface Handing {
    /** The values after it. */
    Map<String, @Nullable Object> over(Map<String, @Nullable Object> values);

    static Handing to(@Nullable UUID owner) {
        return with(values -> {
            values.put("owner", owner);
            values.put(Pooling.REASON, null);
        });
    }

    /** Nobody's, with the reason for which it is then in a pool. */
    static Handing back(String reason) {
        return with(values -> {
            values.put("owner", null);
            values.put(Pooling.REASON, reason);
        });
    }

    /** Stays with its owner whatever the rules of return say, or goes by them again. */
    static Handing locked(boolean locked, String reason) {
        return with(values -> {
            values.put(Returning.LOCKED, locked);
            values.put(Returning.REASON, reason);
        });
    }

    private static Handing with(Consumer<Map<String, @Nullable Object>> change) {
        return values -> {
            var after = new HashMap<String, @Nullable Object>(values);
            change.accept(after);
            after.values().removeIf(Objects::isNull);
            return after;
        };
    }
}
