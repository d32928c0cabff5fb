package io.chaoxi.workday;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From when on something is overdue, wherever its owner is. */
class DueTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    @ParameterizedTest
    @CsvSource({
        "Asia/Shanghai, 2026-11-24T16:00:00Z",
        "Europe/Berlin, 2026-11-24T23:00:00Z",
        "America/Los_Angeles, 2026-11-25T08:00:00Z"
    })
    void aWholeDayIsOverWhereItsOwnerIs(String zone, String expected) {
        assertThat(new Due(DAY, null, ZoneId.of(zone)).over()).isEqualTo(Instant.parse(expected));
    }

    @Test
    void aTimeOfDayIsThatOfItsOwner() {
        var due = new Due(DAY, LocalTime.of(15, 30), ZoneId.of("Asia/Shanghai"));
        assertThat(due.over()).isEqualTo(Instant.parse("2026-11-24T07:30:00Z"));
        assertThat(due.reminder(30)).isEqualTo(Instant.parse("2026-11-24T07:00:00Z"));
    }

    @Test
    void wholeDaysAreRemindedFromTheMorning() {
        var due = new Due(DAY, null, ZoneId.of("Asia/Shanghai"));
        assertThat(due.reminder(0)).isEqualTo(Instant.parse("2026-11-24T01:00:00Z"));
        assertThat(due.reminder(1_440)).isEqualTo(Instant.parse("2026-11-23T01:00:00Z"));
    }

    @Test
    void theEveIsNineOfTheDayBefore() {
        assertThat(new Due(DAY, null, ZoneId.of("Asia/Shanghai")).minutesFromTheEve())
                .isEqualTo(1_440);
        assertThat(new Due(DAY, LocalTime.of(15, 0), ZoneId.of("Asia/Shanghai")).minutesFromTheEve())
                .isEqualTo(1_800);
        assertThat(new Due(DAY, LocalTime.of(8, 0), ZoneId.of("Asia/Shanghai")).minutesFromTheEve())
                .isEqualTo(1_380);
    }

    @Test
    void anHourThatSummerTimeSkipsIsTheNextOne() {
        var due = new Due(LocalDate.of(2027, 3, 28), LocalTime.of(2, 30), ZoneId.of("Europe/Berlin"));
        assertThat(due.over()).isEqualTo(Instant.parse("2027-03-28T01:30:00Z"));
    }

    @ParameterizedTest
    @CsvSource({"9:05, 09:05", "09:05, 09:05", "23：59, 23:59", "0:00, 00:00"})
    void timesAreReadAsPeopleWriteThem(String text, String expected) {
        assertThat(Due.time(text)).contains(LocalTime.parse(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"24:00", "9:60", "9", "下午3点", "9:5", "-1:00"})
    void otherWordsAreNoTimes(String text) {
        assertThat(Due.time(text)).isEmpty();
    }
}
