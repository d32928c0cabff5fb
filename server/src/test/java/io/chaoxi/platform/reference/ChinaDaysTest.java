package io.chaoxi.platform.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChinaDaysTest {
    private static boolean works(LocalDate day) {
        return ChinaDays.of(day.getYear()).stream()
                .filter(one -> one.day().equals(day))
                .findFirst()
                .map(ChinaDays.ChinaDay::works)
                .orElse(day.getDayOfWeek().getValue() <= 5);
    }

    /** Days of work of a month, counted on the calendar by the notices of the State Council. */
    @ParameterizedTest
    @CsvSource({
        "2026,1,21", "2026,2,16", "2026,3,22", "2026,4,21", "2026,5,19", "2026,6,21",
        "2026,7,23", "2026,8,21", "2026,9,22", "2026,10,18", "2026,11,21", "2026,12,23"
    })
    void monthsHaveSoManyDaysOfWork(int year, int month, int expected) {
        LocalDate first = LocalDate.of(year, month, 1);
        assertThat(first.datesUntil(first.plusMonths(1)).filter(ChinaDaysTest::works))
                .hasSize(expected);
    }

    /** As the notices say: 28 days off in 2025, 33 in 2026, weekends within them counted. */
    @Test
    void holidaysAreAsLongAsTheNoticesSay() {
        var off = ChinaDays.of(2026).stream()
                .filter(day -> !day.works())
                .collect(Collectors.groupingBy(ChinaDays.ChinaDay::holiday, Collectors.counting()));
        assertThat(off)
                .containsEntry("newYear", 3L)
                .containsEntry("springFestival", 9L)
                .containsEntry("qingming", 3L)
                .containsEntry("labour", 5L)
                .containsEntry("dragonBoat", 3L)
                .containsEntry("midAutumn", 3L)
                .containsEntry("nationalDay", 7L)
                .hasSize(7);
        assertThat(ChinaDays.of(2025).stream().filter(day -> !day.works())).hasSize(28);
        assertThat(ChinaDays.of(2025).stream().filter(ChinaDays.ChinaDay::works))
                .hasSize(5);
    }

    @Test
    void whoseWeekendsAreWorkedAreWeekends() {
        for (int year : new int[] {2025, 2026}) {
            assertThat(ChinaDays.of(year).stream().filter(ChinaDays.ChinaDay::works))
                    .allMatch(day -> day.day().getDayOfWeek().getValue() > 5);
        }
        assertThat(ChinaDays.arranged(2027)).isFalse();
        assertThat(ChinaDays.of(2027)).isEmpty();
    }
}
