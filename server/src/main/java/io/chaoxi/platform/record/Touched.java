package io.chaoxi.platform.record;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something was done with records, or what was done is known otherwise. Published inside the transaction that writes it.
 * Whoever keeps what the touches of his records amount to listens with {@code @EventListener}: he locks the records and
 * asks then, so that of two at once none is missed.
 *
 * @param step what was just done; null where something earlier was changed, deleted or merged
 * @param totals what all touches of each record amount to now; a record that is absent has none
 */
public record Touched(
        String object, Collection<UUID> records, @Nullable Step step, Supplier<Map<UUID, Total>> totals) {
    private static final Total NONE = new Total(0, null);

    /**
     * @param day on which it was done, in the firm's time zone
     * @param next when it is to be followed up
     */
    public record Step(LocalDate day, @Nullable LocalDate next) {}

    /** How many touches there are, and the last of them. */
    public record Total(int count, @Nullable Instant last) {}

    /** What the touches of a record amount to among these. */
    public static Total of(Map<UUID, Total> totals, UUID record) {
        return totals.getOrDefault(record, NONE);
    }
}
