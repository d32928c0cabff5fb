package io.chaoxi.lead;

import io.chaoxi.platform.Ids;
import io.chaoxi.platform.problem.Refusal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a lead shall become on one side: nothing, a new record, or one that is there.
 *
 * @param id of the one that is there
 */
record Target(boolean fresh, @Nullable UUID id) {
    private static final String NEW = "new";

    /** Null for nothing, {@code new}, or the id of a record. */
    static Target of(String field, @Nullable String text) {
        if (text == null) return new Target(false, null);
        if (text.equals(NEW)) return new Target(true, null);
        return new Target(false, Ids.read(text).orElseThrow(() -> Refusal.field(field, "notAnId")));
    }

    boolean none() {
        return !fresh && id == null;
    }
}
