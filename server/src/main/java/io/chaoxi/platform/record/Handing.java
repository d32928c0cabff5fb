package io.chaoxi.platform.record;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whose a record becomes; nobody's with the reason for which it is then in a pool. */
public record Handing(@Nullable UUID owner, @Nullable String reason) {
    public static Handing to(@Nullable UUID owner) {
        return new Handing(owner, null);
    }

    public static Handing back(String reason) {
        return new Handing(null, reason);
    }

    Map<String, @Nullable Object> over(Map<String, @Nullable Object> values) {
        var after = new HashMap<String, @Nullable Object>(values);
        after.put("owner", owner);
        after.put(Pooling.REASON, reason);
        after.values().removeIf(Objects::isNull);
        return after;
    }
}
