package io.chaoxi.platform.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class StatisticsTest {
    @Test
    void isDueWheneverARunHasGrownFourfold() {
        List<Long> due = LongStream.rangeClosed(1, 140)
                .map(step -> step * 500)
                .filter(rows -> Statistics.due(rows - 500, rows))
                .boxed()
                .toList();
        assertThat(due).containsExactly(1_000L, 4_000L, 16_000L, 64_000L);
    }
}
