package io.chaoxi.workday;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkDaysTest {
    private static final Set<DayOfWeek> FIVE = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final WorkDays CHINA = new WorkDays(FIVE, true, Map.of());

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    /** The months of 2026 by the notice of the State Council, counted by hand on its calendar. */
    @ParameterizedTest
    @CsvSource({"1,21", "2,16", "3,22", "4,21", "5,19", "6,21", "7,23", "8,21", "9,22", "10,18", "11,21", "12,23"})
    void monthsOf2026(int month, int expected) {
        LocalDate first = LocalDate.of(2026, month, 1);
        assertThat(first.datesUntil(first.plusMonths(1)).filter(CHINA::works)).hasSize(expected);
    }

    @Test
    void aTermPassesOverTheSpringFestival() {
        assertThat(CHINA.after(day("2026-02-13"), 1)).isEqualTo("2026-02-14");
        assertThat(CHINA.after(day("2026-02-14"), 1)).isEqualTo("2026-02-24");
        assertThat(CHINA.after(day("2026-02-18"), 1)).isEqualTo("2026-02-24");
        assertThat(CHINA.after(day("2026-02-27"), 1)).isEqualTo("2026-02-28");
        assertThat(CHINA.after(day("2026-02-18"), 0)).isEqualTo("2026-02-18");
    }

    @Test
    void withoutChinasHolidaysOnlyTheWeekCounts() {
        var days = new WorkDays(FIVE, false, Map.of());
        assertThat(days.works(day("2026-02-17"))).isTrue();
        assertThat(days.works(day("2026-02-14"))).isFalse();
        assertThat(new WorkDays(EnumSet.of(DayOfWeek.SUNDAY), false, Map.of()).after(day("2026-11-23"), 2))
                .isEqualTo("2026-12-06");
    }

    @Test
    void whatTheFirmDecidedCountsFirst() {
        var days = new WorkDays(FIVE, true, Map.of(day("2026-10-01"), true, day("2026-10-10"), false));
        assertThat(days.works(day("2026-10-01"))).isTrue();
        assertThat(days.works(day("2026-10-10"))).isFalse();
        assertThat(days.works(day("2026-10-02"))).isFalse();
    }

    @Test
    void countingBackIsTheReverseOfGoingOn() {
        var random = new Random(20261123);
        for (int i = 0; i < 2_000; i++) {
            LocalDate from = LocalDate.of(2024, 12, 1).plusDays(random.nextInt(900));
            int count = 1 + random.nextInt(60);
            LocalDate to = CHINA.after(from, count);
            var between = from.plusDays(1).datesUntil(to.plusDays(1)).filter(CHINA::works);
            assertThat(between).as("%s + %s", from, count).hasSize(count);
            assertThat(CHINA.after(CHINA.before(to, count), count))
                    .as("%s + %s", from, count)
                    .isEqualTo(to);
        }
    }
}
