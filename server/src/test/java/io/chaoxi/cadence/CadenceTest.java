package io.chaoxi.cadence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Periods, as days of the calendar. */
class CadenceTest {
    private static final LocalDate SINCE = LocalDate.of(2026, 1, 31);

    private static Cadence every(int every, Cadence.Unit unit, String subject) {
        return new Cadence(new UUID(1, 1), 1, "回访", "", every, unit, "call", null, true, 0, subject, null, true, SINCE);
    }

    @Test
    void whoHadAnOwnerBeforeIsDueWithinOnePeriod() {
        var quarter = every(3, Cadence.Unit.MONTH, "回访");
        for (int spread = 0; spread < 65_536; spread += 97) {
            LocalDate due = quarter.after(quarter.begin(null, spread, SINCE));
            assertThat(due).isAfter(SINCE).isBeforeOrEqualTo(LocalDate.of(2026, 5, 3));
        }
    }

    @Test
    void whoGotAnOwnerLaterIsDueOnePeriodBehindThat() {
        var month = every(1, Cadence.Unit.MONTH, "回访");
        LocalDate owned = LocalDate.of(2026, 3, 31);
        assertThat(month.begin(owned, 7, owned)).isEqualTo(owned);
        assertThat(month.begin(owned, 7, LocalDate.of(2026, 4, 29))).isEqualTo(owned);
        assertThat(month.begin(owned, 7, LocalDate.of(2026, 4, 30))).isEqualTo(LocalDate.of(2026, 4, 30));
        assertThat(month.begin(owned, 7, LocalDate.of(2026, 3, 1)))
                .as("a clock that went back")
                .isEqualTo(owned);
    }

    @Test
    void theSubjectNamesTheCustomerAndKeepsToItsLength() {
        assertThat(every(1, Cadence.Unit.WEEK, "满意度回访：{客户}").subjectOf("恒锐")).isEqualTo("满意度回访：恒锐");
        assertThat(every(1, Cadence.Unit.WEEK, "回访").subjectOf("恒锐")).isEqualTo("回访 恒锐");
        String rare = every(1, Cadence.Unit.WEEK, "{客户}").subjectOf("𠮷".repeat(300));
        assertThat(rare.codePointCount(0, rare.length())).isEqualTo(200);
    }
}
