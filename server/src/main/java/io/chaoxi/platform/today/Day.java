package io.chaoxi.platform.today;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** The day on which somebody looks, with its borders in his own time zone. */
public record Day(Instant now, ZoneId zone) {
    private static final DateTimeFormatter NEAR = DateTimeFormatter.ofPattern("MM-dd");

    public LocalDate today() {
        return LocalDate.ofInstant(now, zone);
    }

    /** Whole days of the calendar since then: 1 for yesterday, however late. */
    public long daysSince(Instant moment) {
        return daysSince(LocalDate.ofInstant(moment, zone));
    }

    public long daysSince(LocalDate date) {
        return ChronoUnit.DAYS.between(date, today());
    }

    public long hoursSince(Instant moment) {
        return Duration.between(moment, now).toHours();
    }

    /** As people say it: without the year where that is this one. */
    public String said(LocalDate date) {
        return date.getYear() == today().getYear() ? NEAR.format(date) : date.toString();
    }
}
