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
    /** Years to look ahead in; a firm that works on no day of them is not counted for any further. */
    private static final int FAR = 200;

    public WorkDays {
        weekdays = Set.copyOf(weekdays);
        own = Map.copyOf(own);
    }

    public boolean works(LocalDate day) {
        Boolean decided = own.get(day);
        if (decided != null) return decided;
        var official = chinese ? ChinaDays.on(day) : null;
        return official == null ? weekdays.contains(day.getDayOfWeek()) : official.works();
    }

    /** The day on which a term of so many days of work ends that begins the day after. */
    public LocalDate after(LocalDate from, int days) {
        LocalDate day = from;
        LocalDate last = from.plusYears(FAR);
        for (int left = days; left > 0 && day.isBefore(last); ) {
            day = day.plusDays(1);
            if (works(day)) left--;
        }
        return day;
    }

    /** The last day worked from which a term of so many days of work would end on this day; the way back of {@link #after}. */
    public LocalDate before(LocalDate end, int days) {
        LocalDate day = end;
        LocalDate first = end.minusYears(FAR);
        for (int left = days; day.isAfter(first); day = day.minusDays(1)) {
            if (!works(day)) continue;
            if (left == 0) return day;
            left--;
        }
        return day;
    }
}
