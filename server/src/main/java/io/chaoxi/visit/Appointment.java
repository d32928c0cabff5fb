package io.chaoxi.visit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** When a visit is to be: a day of the firm, or a time of it. Whoever looks from elsewhere reads the same day. */
record Appointment(LocalDate on, @Nullable LocalTime from, ZoneId zone) {
    private static final Pattern TIME = Pattern.compile("(\\d{1,2})[:：](\\d{2})");

    /** A time of day as people write it; empty for what is none. */
    static Optional<LocalTime> time(String text) {
        var found = TIME.matcher(text.strip());
        if (!found.matches()) return Optional.empty();
        int hour = Integer.parseInt(found.group(1));
        int minute = Integer.parseInt(found.group(2));
        return hour > 23 || minute > 59 ? Optional.empty() : Optional.of(LocalTime.of(hour, minute));
    }

    /** Null where it may begin at any time of the day. */
    @Nullable
    Instant starts() {
        return from == null ? null : on.atTime(from).atZone(zone).toInstant();
    }

    /** The day is over for the firm. */
    Instant missed() {
        return on.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** From when on somebody who has not come is late; not before the day is over where no time was said. */
    Instant late(Duration grace) {
        Instant starts = starts();
        return starts == null ? missed() : starts.plus(grace);
    }
}
