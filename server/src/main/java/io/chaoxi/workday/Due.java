package io.chaoxi.workday;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * By when something is to be done: a day, or a time of it, in the time zone of the firm, as all its days are. A whole day is
 * over when the next one begins there, whoever looks from elsewhere.
 */
public record Due(LocalDate on, @Nullable LocalTime time, ZoneId zone) {
    private static final Pattern TIME = Pattern.compile("(\\d{1,2})[:：](\\d{2})");

    /** When reminders of whole days count from. */
    public static final LocalTime MORNING = LocalTime.of(9, 0);

    /** A time of day as people write it; empty for what is none. */
    public static Optional<LocalTime> time(String text) {
        var found = TIME.matcher(text.strip());
        if (!found.matches()) return Optional.empty();
        int hour = Integer.parseInt(found.group(1));
        int minute = Integer.parseInt(found.group(2));
        return hour > 23 || minute > 59 ? Optional.empty() : Optional.of(LocalTime.of(hour, minute));
    }

    /** From when on it is overdue. */
    public Instant over() {
        return time == null
                ? on.plusDays(1).atStartOfDay(zone).toInstant()
                : on.atTime(time).atZone(zone).toInstant();
    }

    /** Minutes from nine in the morning of the day before, by the clock on the wall. */
    public int minutesFromTheEve() {
        return (int) Duration.between(on.minusDays(1).atTime(MORNING), on.atTime(time == null ? MORNING : time))
                .toMinutes();
    }

    /** So many minutes before that time, of a whole day before nine in the morning. */
    public Instant reminder(int minutesBefore) {
        return on.atTime(time == null ? MORNING : time).atZone(zone).toInstant().minusSeconds(60L * minutesBefore);
    }
}
