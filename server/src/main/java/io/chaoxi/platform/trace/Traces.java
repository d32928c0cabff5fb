package io.chaoxi.platform.trace;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who keeps something about people beside their records; registers as a bean. Whoever may ask was decided
 * before: what is told here is told whole.
 */
public interface Traces {

    /** What it is, a key of labels/privacy.yaml. */
    String kind();

    /** All that is kept of the person, oldest first, as JSON values. */
    List<Map<String, @Nullable Object>> of(Traced person);

    /**
     * Takes it away, in the caller's transaction; a piece at a time where it is much. What goes with the record itself, by
     * {@code RecordsForgotten}, need not be named here.
     *
     * @param after where the piece before ended; null for the first
     * @return where this piece ended; null when it was the last
     */
    @Nullable
    UUID erase(Traced person, @Nullable UUID after);
}
