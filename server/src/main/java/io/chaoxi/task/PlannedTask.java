package io.chaoxi.task;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task that the program made because a rhythm wanted it.
 *
 * @param of the customer for which it was made; it may be about the one that took that up by now
 * @param untouched whether nobody has written anything on it
 */
public record PlannedTask(
        UUID id,
        UUID cadence,
        UUID of,
        @Nullable UUID customer,
        @Nullable UUID owner,
        LocalDate due,
        Instant made,
        boolean untouched) {

    /** What is to be made; {@code kind}: of the activity that it asks for. */
    public record New(
            UUID id,
            UUID cadence,
            String cadenceName,
            UUID customer,
            UUID owner,
            String subject,
            @Nullable String goal,
            String kind,
            LocalDate due,
            boolean sample) {}

    /** What became of one: open, done at a time, or neither, as the cancelled and deleted are. */
    public record Fate(
            @Nullable UUID customer, boolean open, @Nullable Instant doneAt, LocalDate due) {}
}
