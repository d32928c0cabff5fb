package io.chaoxi.webform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FormRatesTest {
    private final AtomicLong now = new AtomicLong();
    private final FormRates rates = new FormRates(new FormSettings(60, 5, 10, 3, 60, 6), now::get);

    @Test
    void anAddressSendsSoManyAndWaitsThen() {
        for (int i = 0; i < 3; i++) assertThat(rates.send("192.0.2.1", "/f/a")).isZero();
        assertThat(rates.send("192.0.2.1", "/f/b")).isEqualTo(6);
        assertThat(rates.send("192.0.2.2", "/f/a")).isZero();
        now.addAndGet(Duration.ofSeconds(6).toNanos());
        assertThat(rates.send("192.0.2.1", "/f/b")).isZero();
        for (int i = 0; i < 5; i++) assertThat(rates.page("192.0.2.1")).isZero();
        assertThat(rates.page("192.0.2.1")).isPositive();
    }

    @Test
    void aFormTakesSoManyFromAllTogether() {
        for (int i = 0; i < 6; i++)
            assertThat(rates.send("198.51.100." + i, "/f/a")).isZero();
        assertThat(rates.send("198.51.100.77", "/f/a")).isPositive();
        assertThat(rates.send("198.51.100.77", "/f/b")).isZero();
    }

    @Test
    void anIpv6AddressCountsForItsNetwork() {
        assertThat(FormRates.network("2001:db8:1:2::1")).isEqualTo(FormRates.network("2001:db8:1:2:ffff::9"));
        assertThat(FormRates.network("2001:db8:1:3::1")).isNotEqualTo(FormRates.network("2001:db8:1:2::1"));
        assertThat(FormRates.network("nowhere")).isEqualTo("nowhere");
    }
}
