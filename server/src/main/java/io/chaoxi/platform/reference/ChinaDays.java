package io.chaoxi.platform.reference;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The days on which China's official arrangement of holidays (国务院办公厅关于部分节假日安排的通知, published each November
 * for the year to come) differs from a week of five days: holidays, and the weekend days on which people work for them.
 */
public final class ChinaDays {
    private static final SortedMap<LocalDate, ChinaDay> BY_DAY = read();
    private static final Set<Integer> YEARS =
            BY_DAY.keySet().stream().map(LocalDate::getYear).collect(Collectors.toUnmodifiableSet());

    private ChinaDays() {}

    /**
     * A day of the arrangement.
     *
     * @param works true for a weekend day on which people work
     * @param holiday newYear, springFestival, qingming, labour, dragonBoat, midAutumn or nationalDay
     */
    public record ChinaDay(LocalDate day, boolean works, String holiday) {}

    /** Whether the arrangement of that year is known here; otherwise only weekends can be. */
    public static boolean arranged(int year) {
        return YEARS.contains(year);
    }

    /** By day. */
    public static SortedMap<LocalDate, ChinaDay> all() {
        return BY_DAY;
    }

    /** The days of a year in their order, none where its arrangement is not known. */
    public static Collection<ChinaDay> of(int year) {
        return BY_DAY.subMap(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1))
                .values();
    }

    private static SortedMap<LocalDate, ChinaDay> read() {
        var days = new TreeMap<LocalDate, ChinaDay>();
        for (var row : ReferenceFile.rows("china-days.csv")) {
            LocalDate from = LocalDate.parse(row.get(0));
            LocalDate to = LocalDate.parse(row.get(1));
            boolean works = row.get(2).equals("yes");
            from.datesUntil(to.plusDays(1)).forEach(day -> days.put(day, new ChinaDay(day, works, row.get(3))));
        }
        return Collections.unmodifiableSortedMap(days);
    }
}
