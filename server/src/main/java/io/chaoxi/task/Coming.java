package io.chaoxi.task;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a series goes on behind a task that is finished; all null for what is done once.
 *
 * @param task the next one
 * @param end why there is none: {@code over} the series was to end, {@code customerGone}, {@code leadGone}, {@code
 *     ownerGone} nobody is there for whom it could be
 */
record Coming(
        @Nullable UUID task,
        @Nullable LocalDate dueOn,
        @Nullable String end) {
    static final Coming NOTHING = new Coming(null, null, null);

    static Coming ended(String end) {
        return new Coming(null, null, end);
    }
}
