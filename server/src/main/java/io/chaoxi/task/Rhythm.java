package io.chaoxi.task;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Every so many days, weeks or months from a day on. Months keep the day of the first: the 31st is the last day of shorter
 * ones, and the 31st again after them.
 */
record Rhythm(
        ChronoUnit unit,
        int every,
        LocalDate from,
        @Nullable LocalDate until) {
    /** A date behind it is nobody's plan any more. */
    static final LocalDate LAST = LocalDate.of(2199, 12, 31);

    /** So long may a firm not work on end; then a date stays where it is. */
    private static final int LONGEST_REST = 366;

    static ChronoUnit unit(String item) {
        return switch (item) {
            case "day" -> ChronoUnit.DAYS;
            case "week" -> ChronoUnit.WEEKS;
            default -> ChronoUnit.MONTHS;
        };
    }

    /** A day of the rhythm, and the day on which it is due, which is the same or the first day of work behind it. */
    record Turn(LocalDate planned, LocalDate due) {}

    /**
     * The next one behind a planned day that is not in the past; what was missed is left out. Two that move to the same day
     * of work are one. Empty when the series is over.
     */
    Optional<Turn> next(LocalDate planned, LocalDate today, Predicate<LocalDate> works) {
        LocalDate last = moved(planned, works);
        for (long turn = firstBehind(planned); ; turn++) {
            LocalDate day = at(turn);
            if (day.isAfter(LAST) || (until != null && day.isAfter(until))) return Optional.empty();
            LocalDate due = moved(day, works);
            if (due.isAfter(last) && !due.isBefore(today)) return Optional.of(new Turn(day, due));
        }
    }

    private LocalDate at(long turn) {
        return from.plus(turn * every, unit);
    }

    private long firstBehind(LocalDate day) {
        if (from.isAfter(day)) return 0;
        long turn = unit.between(from, day) / every;
        while (!at(turn).isAfter(day)) turn++;
        return turn;
    }

    private static LocalDate moved(LocalDate day, Predicate<LocalDate> works) {
        LocalDate at = day;
        for (int i = 0; i < LONGEST_REST; i++) {
            if (works.test(at)) return at;
            at = at.plusDays(1);
        }
        return day;
    }
}
