package io.chaoxi.workday;

import io.chaoxi.platform.reference.ChinaDays;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * The days on which a firm works, as they stood when they were read. A day that the firm decided itself counts before
 * China's arrangement, this before the days of the week.
 *
 * @param weekdays on which it works otherwise, at least one
 * @param chinese whether China's official holidays hold, in the years whose arrangement is known
 * @param own day → whether the firm works on it
 */
public record WorkDays(Set<DayOfWeek> weekdays, boolean chinese, Map<LocalDate, Boolean> own) {
    public WorkDays {
        weekdays = Set.copyOf(weekdays);
        own = Map.copyOf(own);
    }

    public boolean works(LocalDate day) {
        Boolean decided = own.get(day);
        if (decided != null) return decided;
        var arranged = chinese ? ChinaDays.all().get(day) : null;
        return arranged != null ? arranged.works() : weekdays.contains(day.getDayOfWeek());
    }

    /**
     * The day on which so many days of work have gone by: the count-th one behind that day, whether it is one itself or
     * not. With 0 the day itself.
     */
    public LocalDate after(LocalDate day, int count) {
        LocalDate at = day;
        for (int left = count; left > 0; ) {
            at = at.plusDays(1);
            if (works(at)) left--;
        }
        return at;
    }

    /** How many days of work lie behind the first day up to and with the second; 0 where it is not later. */
    public int between(LocalDate from, LocalDate to) {
        return to.isAfter(from)
                ? (int) from.plusDays(1)
                        .datesUntil(to.plusDays(1))
                        .filter(this::works)
                        .count()
                : 0;
    }
}
