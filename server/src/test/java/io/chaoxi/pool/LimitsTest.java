package io.chaoxi.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What keeps somebody from claiming, without a database. */
class LimitsTest {
    private static final UUID ME = new UUID(1, 1);
    private static final UUID SOMEBODY = new UUID(2, 2);
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

    private static String limit(Limits limits, UUID former, Instant since, String grade, Map<String, Integer> holds) {
        Limits.Holds counted = (many, of) -> holds.entrySet().stream()
                        .filter(one -> of == null || of.equals(one.getKey()))
                        .mapToInt(Map.Entry::getValue)
                        .sum()
                >= many;
        return limits.reached(new Limits.Waiting(former, since, grade), ME, counted, NOW)
                .map(Limits.Reached::limit)
                .orElse("");
    }

    @Test
    void whatComesNewIsOpenAtOnceWhateverRests() {
        var limits = new Limits(null, null, Map.of(), 5, 4);
        assertThat(limit(limits, null, NOW, null, Map.of())).isEmpty();
        assertThat(limit(limits, ME, NOW, null, Map.of())).isEqualTo("coolOff");
        assertThat(limit(limits, SOMEBODY, NOW, null, Map.of())).isEqualTo("closed");
    }

    @Test
    void restingEndsToTheSecond() {
        var limits = new Limits(null, null, Map.of(), 5, 4);
        Instant fourHours = NOW.minus(Duration.ofHours(4));
        assertThat(limit(limits, SOMEBODY, fourHours, null, Map.of())).isEmpty();
        assertThat(limit(limits, SOMEBODY, fourHours.plusSeconds(1), null, Map.of()))
                .isEqualTo("closed");
        Instant fiveDays = NOW.minus(Duration.ofDays(5));
        assertThat(limit(limits, ME, fiveDays, null, Map.of())).isEmpty();
        assertThat(limit(limits, ME, fiveDays.plusSeconds(1), null, Map.of())).isEqualTo("coolOff");
    }

    @Test
    void whatOneHoldsIsCountedWholeAndByGrade() {
        var random = new Random(20261123L);
        for (int i = 0; i < 2_000; i++) {
            int a = random.nextInt(5);
            int b = random.nextInt(5);
            int none = random.nextInt(3);
            int held = 1 + random.nextInt(10);
            int ofA = random.nextInt(5);
            var limits = new Limits(null, held, Map.of("A", ofA), null, null);
            var holds = Map.of("A", a, "B", b, "", none);
            String expected = a + b + none >= held ? "held" : a >= ofA ? "heldOfGrade" : "";
            assertThat(limit(limits, null, NOW, "A", holds)).isEqualTo(expected);
            assertThat(limit(limits, null, NOW, "B", holds)).isEqualTo(expected.equals("held") ? "held" : "");
            assertThat(limit(limits, null, NOW, null, holds)).isEqualTo(expected.equals("held") ? "held" : "");
        }
    }
}
