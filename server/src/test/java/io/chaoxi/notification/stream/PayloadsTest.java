package io.chaoxi.notification.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PayloadsTest {
    private static List<UUID> ids(int count) {
        return Stream.generate(UUID::randomUUID).limit(count).toList();
    }

    @Test
    void noMessageIsLargerThanPostgresTakes() {
        var signals = new ArrayList<Signal>();
        for (int i = 0; i < 500; i++) {
            signals.add(Signal.changed(i, "customer", ids(i % 60)));
            signals.add(Signal.toPerson(Signal.Kind.JOB, i, UUID.randomUUID(), UUID.randomUUID()));
        }
        var payloads = Payloads.of(signals);
        assertThat(payloads)
                .allSatisfy(payload -> assertThat(payload.getBytes(StandardCharsets.UTF_8).length)
                        .isLessThanOrEqualTo(Payloads.LARGEST));
        assertThat(payloads.stream().flatMap(String::lines).map(Signal::parse))
                .hasSize(1_000)
                .allMatch(found -> found.isPresent());
    }

    @Test
    void changesOfOneObjectAreToldTogetherAndManyWithoutIds() {
        var first = Signal.changed(1, "customer", ids(30));
        var second = Signal.changed(1, "customer", ids(21));
        assertThat(Payloads.of(List.of(first, second))).containsExactly("CHANGED|1||customer|");
        assertThat(Payloads.of(List.of(first, first))).containsExactly(first.line());
        assertThat(Signal.parse(first.line())).contains(first);
    }

    @Test
    void aLineOfAnotherVersionIsPassedOver() {
        for (String line : List.of("", "x", "NEWS|1|||", "CHANGED|one||customer|", "CHANGED|1||customer|zz")) {
            assertThat(Signal.parse(line)).isEmpty();
        }
    }
}
