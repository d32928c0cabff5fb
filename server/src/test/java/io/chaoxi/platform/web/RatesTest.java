package io.chaoxi.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RatesTest {
    private final AtomicLong now = new AtomicLong();
    private final Rates rates = new Rates(new RateSettings(60, 10, 120, 15, 8), now::get);

    private long letIn(long firm, UUID caller, int requests) {
        return IntStream.range(0, requests)
                .filter(i -> rates.take(firm, caller) == 0)
                .count();
    }

    @Test
    void aCallerHasABurstAndThenItsRate() {
        UUID caller = UUID.randomUUID();
        assertThat(letIn(1, caller, 50)).isEqualTo(10);
        assertThat(rates.take(1, caller)).isEqualTo(1);
        now.addAndGet(Duration.ofSeconds(5).toNanos());
        assertThat(letIn(1, caller, 50)).isEqualTo(5);
        now.addAndGet(Duration.ofHours(1).toNanos());
        assertThat(letIn(1, caller, 50)).isEqualTo(10);
    }

    @Test
    void aNoisyFirmIsLimitedAndItsNeighbourIsNot() {
        long noisy = IntStream.range(0, 20)
                .mapToLong(i -> letIn(1, UUID.randomUUID(), 5))
                .sum();
        assertThat(noisy).isEqualTo(15);
        assertThat(letIn(2, UUID.randomUUID(), 10)).isEqualTo(10);
    }

    @Test
    void whileTheNodeIsFullNoFirmHoldsMoreThanItsShare() {
        for (int i = 0; i < 8; i++) assertThat(rates.enter(1)).isTrue();
        assertThat(rates.enter(2)).as("the neighbour").isTrue();
        assertThat(rates.enter(1)).as("the noisy one").isFalse();
        rates.leave(2);
        assertThat(rates.enter(1)).as("alone it may have all").isTrue();
    }
}
