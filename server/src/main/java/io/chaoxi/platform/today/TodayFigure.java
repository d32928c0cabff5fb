package io.chaoxi.platform.today;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A number that a manager is told of each of his people; registers as a bean, in the order of the columns.
 *
 * @param key names it, with {@code figure.<key>} in labels/today.yaml
 * @param filter which of the person's records are counted, as a list's filter; all where it is empty
 * @param holds whether it counts what the person has in hand, which is told though he is locked
 * @param most how many there should be at most, asked when the number is told; null for no limit
 */
public record TodayFigure(String key, String object, String filter, boolean holds, Supplier<@Nullable Integer> most) {

    /** What the person has in hand. */
    public static TodayFigure held(String key, String object, String filter) {
        return new TodayFigure(key, object, filter, true, () -> null);
    }

    /** What he did. */
    public static TodayFigure done(String key, String object, String filter) {
        return new TodayFigure(key, object, filter, false, () -> null);
    }
}
