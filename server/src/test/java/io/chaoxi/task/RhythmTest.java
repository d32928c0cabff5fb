package io.chaoxi.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.task.Rhythm.Turn;
import io.chaoxi.workday.WorkDays;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When the next one of a series is due. */
class RhythmTest {
    private static final Predicate<LocalDate> OFFICE =
            new WorkDays(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), true, Map.of())::works;

    private static boolean always(LocalDate day) {
        return day.getYear() > 0;
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static String next(Rhythm rhythm, String planned, String today, Predicate<LocalDate> works) {
        return rhythm.next(day(planned), day(today), works)
                .map(turn -> turn.due().toString())
                .orElse("");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-31, 1, 2026-01-31, 2026-02-28",
        "2026-01-31, 1, 2026-02-28, 2026-03-31",
        "2024-01-31, 1, 2024-01-31, 2024-02-29",
        "2026-01-30, 1, 2026-02-28, 2026-03-30",
        "2024-02-29, 12, 2024-02-29, 2025-02-28",
        "2026-08-31, 3, 2026-08-31, 2026-11-30",
        "2026-08-31, 3, 2026-11-30, 2027-02-28"
    })
    void monthsKeepTheirEnd(String from, int every, String planned, String expected) {
        var rhythm = new Rhythm(ChronoUnit.MONTHS, every, day(from), null);
        assertThat(next(rhythm, planned, "2020-01-01", RhythmTest::always)).isEqualTo(expected);
    }

    @Test
    void whatWasMissedIsLeftOut() {
        var weekly = new Rhythm(ChronoUnit.WEEKS, 1, day("2026-09-07"), null);
        assertThat(next(weekly, "2026-09-07", "2026-10-15", RhythmTest::always)).isEqualTo("2026-10-19");
        assertThat(next(weekly, "2026-09-07", "2026-10-19", RhythmTest::always))
                .as("today is not past")
                .isEqualTo("2026-10-19");
        assertThat(next(weekly, "2026-10-19", "2026-10-12", RhythmTest::always))
                .as("done early, the next one comes a week behind its day all the same")
                .isEqualTo("2026-10-26");
    }

    @Test
    void holidaysMoveToTheNextDayOfWorkAndAreOne() {
        var daily = new Rhythm(ChronoUnit.DAYS, 1, day("2026-09-28"), null);
        assertThat(next(daily, "2026-09-30", "2026-09-30", OFFICE))
                .as("the seven days of the national holiday are one")
                .isEqualTo("2026-10-08");
        assertThat(next(daily, "2026-10-01", "2026-10-08", OFFICE)).isEqualTo("2026-10-09");
        var monthly = new Rhythm(ChronoUnit.MONTHS, 1, day("2026-01-01"), null);
        assertThat(next(monthly, "2026-09-01", "2026-09-01", OFFICE)).isEqualTo("2026-10-08");
        assertThat(next(monthly, "2026-10-01", "2026-10-08", OFFICE))
                .as("the rhythm stays that of the first of the month")
                .isEqualTo("2026-11-02");
    }

    @Test
    void aSeriesEndsWithItsLastDay() {
        var weekly = new Rhythm(ChronoUnit.WEEKS, 1, day("2026-09-07"), day("2026-09-21"));
        assertThat(next(weekly, "2026-09-14", "2026-09-14", RhythmTest::always)).isEqualTo("2026-09-21");
        assertThat(next(weekly, "2026-09-21", "2026-09-21", RhythmTest::always)).isEmpty();
        assertThat(next(weekly, "2026-09-07", "2026-10-07", RhythmTest::always)).isEmpty();
        var endless = new Rhythm(ChronoUnit.MONTHS, 365, day("2190-01-01"), null);
        assertThat(next(endless, "2190-01-01", "2190-01-01", RhythmTest::always))
                .isEmpty();
    }

    @Test
    void aFirmThatNeverWorksStopsNothing() {
        var daily = new Rhythm(ChronoUnit.DAYS, 1, day("2026-09-07"), null);
        assertThat(next(daily, "2026-09-07", "2026-09-07", day -> false)).isEqualTo("2026-09-08");
    }

    @Test
    void everyRhythmGoesOnAndNeverBack() {
        var random = new Random(16);
        for (int i = 0; i < 20_000; i++) {
            LocalDate from = day("2024-01-01").plusDays(random.nextInt(1_500));
            ChronoUnit unit =
                    new ChronoUnit[] {ChronoUnit.DAYS, ChronoUnit.WEEKS, ChronoUnit.MONTHS}[random.nextInt(3)];
            var rhythm = new Rhythm(unit, 1 + random.nextInt(12), from, null);
            Predicate<LocalDate> works = random.nextBoolean() ? OFFICE : RhythmTest::always;
            LocalDate planned = from.plusDays(random.nextInt(900));
            LocalDate today = planned.plusDays(random.nextInt(200) - 50);
            Optional<Turn> found = rhythm.next(planned, today, works);
            assertThat(found).isPresent();
            Turn turn = found.orElseThrow();
            assertThat(turn.planned()).isAfter(planned);
            assertThat(turn.due()).isAfterOrEqualTo(turn.planned()).isAfterOrEqualTo(today);
            assertThat(works.test(turn.due())).isTrue();
            assertThat(inRhythm(rhythm, turn.planned())).isTrue();
            var again = rhythm.next(turn.planned(), turn.due(), works).orElseThrow();
            assertThat(again.due()).isAfter(turn.due());
        }
    }

    /** Found by walking, not by counting. */
    private static boolean inRhythm(Rhythm rhythm, LocalDate day) {
        for (int turn = 0; ; turn++) {
            LocalDate at = rhythm.from().plus((long) turn * rhythm.every(), rhythm.unit());
            if (!at.isBefore(day)) return at.equals(day);
        }
    }
}
