package io.chaoxi.visit;

import io.chaoxi.platform.problem.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Beginning or ending a visit, as the telephone tells it.
 *
 * @param at when it was by the telephone's clock; null for now
 * @param key what the telephone calls this request, however often it sends it; null for a program that sends it once
 */
record Occasion(
        @Nullable Instant at,
        @Nullable Place place,
        @Nullable String key) {
    private static final Duration AHEAD = Duration.ofMinutes(5);
    private static final Duration BEHIND = Duration.ofDays(3);
    private static final int LONGEST_KEY = 200;

    Occasion {
        if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
            throw Refusal.malformed("idempotencyKeyRefused", java.util.Map.of());
        }
    }

    static @Nullable Instant moment(@Nullable String text) {
        if (text == null) return null;
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw Refusal.field("at", "notAMoment");
        }
    }

    /** When it counts as having been: what was kept without a network is taken for three days, never ahead of now. */
    Instant counts(Instant now) {
        if (at == null) return now.truncatedTo(ChronoUnit.MILLIS);
        if (at.isAfter(now.plus(AHEAD))) throw Refusal.field("at", "inFuture");
        if (at.isBefore(now.minus(BEHIND))) throw Refusal.field("at", "visitTooLongAgo");
        return (at.isAfter(now) ? now : at).truncatedTo(ChronoUnit.MILLIS);
    }
}
