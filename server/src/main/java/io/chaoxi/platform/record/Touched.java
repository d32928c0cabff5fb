package io.chaoxi.platform.record;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Something was done with records, or what was done is known otherwise. Published inside the transaction that writes it.
 * Whoever keeps what the touches of his records amount to listens with {@code @EventListener}: he locks the records and
 * asks then, so that of two at once none is missed.
 *
 * @param steps what is new, by record
 * @param totals what all touches of each record amount to now; a record that is absent has none
 */
public record Touched(String object, Map<UUID, Step> steps, Supplier<Map<UUID, Total>> totals) {
    private static final Total NONE = new Total(0, null, Map.of());

    /**
     * What one deed says of the next one.
     *
     * @param at when it was; only the latest deed decides
     * @param done the day by which what was due is done, in the firm's time zone; null where nothing was newly done
     * @param next when the record is to be followed up; null where nothing was agreed on
     * @param gone the date that it named before, the same one perhaps
     */
    public record Step(
            @Nullable Instant at,
            @Nullable LocalDate done,
            @Nullable LocalDate next,
            @Nullable LocalDate gone) {
        /** Only the sum is other than before. */
        public static final Step NONE = new Step(null, null, null, null);

        /**
         * When the record is to be followed up after this, and until now was to be. Where that is what the deed named
         * before, it is what it names now. A date that had passed when the deed was written down replaces no later one.
         */
        public @Nullable LocalDate after(@Nullable LocalDate planned, Total total, LocalDate today) {
            LocalDate left = planned != null && planned.equals(gone) ? next : planned;
            boolean latest = at != null && (total.last() == null || !at.isBefore(total.last()));
            if (!latest) return left;
            if (next != null) return left != null && next.isBefore(today) && left.isAfter(next) ? left : next;
            return left != null && done != null && !left.isAfter(done) ? null : left;
        }
    }

    /** How many touches there are, the last of them, and the last of each kind. */
    public record Total(int count, @Nullable Instant last, Map<String, Instant> kinds) {
        /** Together with others, of other kinds. */
        public Total and(Total others) {
            var all = new HashMap<>(kinds);
            all.putAll(others.kinds());
            boolean later =
                    last == null || others.last() != null && others.last().isAfter(last);
            return new Total(count + others.count(), later ? others.last() : last, all);
        }
    }

    /** Of records about which nothing but the sum is other than before. */
    public static Touched again(String object, Collection<UUID> records, Supplier<Map<UUID, Total>> totals) {
        var steps = records.stream().distinct().collect(Collectors.toMap(Function.identity(), record -> Step.NONE));
        return new Touched(object, steps, totals);
    }

    /** What the touches of a record amount to among these. */
    public static Total of(Map<UUID, Total> totals, UUID record) {
        return totals.getOrDefault(record, NONE);
    }
}
