package io.chaoxi.cadence;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a customer stands in a rhythm.
 *
 * @param base the day from which the period counts
 * @param due when it is due next, or its open task was when it was made
 * @param look on which day the round looks at it; null while its task is open
 * @param opened on which day the task appeared
 * @param person whose the task became by the rule
 */
record Turn(
        UUID cadence,
        UUID customer,
        LocalDate base,
        LocalDate due,
        @Nullable LocalDate look,
        @Nullable UUID task,
        @Nullable LocalDate opened,
        @Nullable UUID person) {

    /** In place of a day that the round is yet to find. */
    static final LocalDate UNKNOWN = LocalDate.EPOCH;

    boolean unknown() {
        return base.equals(UNKNOWN);
    }

    /** Waits until it is due. */
    static Turn waiting(UUID cadence, UUID customer, LocalDate base, LocalDate due, LocalDate look) {
        return new Turn(cadence, customer, base, due, look, null, null, null);
    }

    /** The round looks again, for somebody is at its task. */
    Turn again(LocalDate today) {
        return new Turn(cadence, customer, base, due, today, task, opened, person);
    }
}
