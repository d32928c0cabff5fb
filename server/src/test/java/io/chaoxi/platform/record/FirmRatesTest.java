package io.chaoxi.platform.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.platform.record.FirmRates.Rate;
import io.chaoxi.platform.record.FirmRates.Today;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FirmRatesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final List<String> CURRENCIES = List.of("CNY", "USD", "EUR", "JPY", "KWD", "VND");

    /** Every rate in units of 10^-10, so that whole numbers can be added up and rounded at the end. */
    private static BigDecimal inWholeNumbers(Map<String, BigDecimal> amounts, Map<String, Rate> rates, int decimals) {
        BigInteger sum = BigInteger.ZERO;
        for (var one : amounts.entrySet()) {
            BigInteger rate = rates.get(one.getKey()).rate().setScale(10).unscaledValue();
            sum = sum.add(one.getValue().setScale(4).unscaledValue().multiply(rate));
        }
        BigInteger unit = BigInteger.TEN.pow(14 - decimals);
        BigInteger rounded = sum.abs().shiftLeft(1).add(unit).divide(unit.shiftLeft(1));
        return new BigDecimal(sum.signum() < 0 ? rounded.negate() : rounded, decimals);
    }

    @Test
    void sumsEqualThoseReckonedInWholeNumbers() {
        var random = new Random(20261122);
        for (int i = 0; i < 20_000; i++) {
            String base = List.of("CNY", "JPY", "KWD").get(random.nextInt(3));
            var amounts = new HashMap<String, BigDecimal>();
            var rates = new HashMap<String, Rate>();
            for (String currency : CURRENCIES) {
                var rate = BigDecimal.valueOf(1 + random.nextLong(1_000_000_000_000L), 10);
                rates.put(currency, new Rate(currency.equals(base) ? BigDecimal.ONE : rate, TODAY.minusDays(i % 900)));
                if (random.nextBoolean()) amounts.put(currency, BigDecimal.valueOf(random.nextLong() / 8, 4));
            }
            if (amounts.size() < 2) continue;
            var together = new Today(base, rates).together(amounts).orElseThrow();
            assertThat(together.money().currency()).isEqualTo(base);
            assertThat(together.money().amount())
                    .isEqualTo(
                            inWholeNumbers(amounts, rates, Money.decimals(base).orElseThrow()));
        }
    }

    @Test
    void tellsTheDayOfTheOldestRateThatWasUsed() {
        var rates = Map.of(
                "CNY", new Rate(BigDecimal.ONE, LocalDate.of(2000, 1, 1)),
                "USD", new Rate(BigDecimal.TWO, LocalDate.of(2026, 3, 1)),
                "EUR", new Rate(BigDecimal.TWO, LocalDate.of(2026, 2, 1)),
                "JPY", new Rate(BigDecimal.TWO, LocalDate.of(2026, 1, 1)));
        var amounts = Map.of("CNY", BigDecimal.ONE, "USD", BigDecimal.ONE, "EUR", BigDecimal.ONE);
        assertThat(new Today("CNY", rates).together(amounts))
                .contains(new FirmRates.Together(new Money(new BigDecimal("5.00"), "CNY"), LocalDate.of(2026, 2, 1)));
    }

    @Test
    void addsNothingUpWhenARateIsMissing() {
        var rates = Map.of("CNY", new Rate(BigDecimal.ONE, TODAY));
        assertThat(new Today("CNY", rates).together(Map.of("CNY", BigDecimal.ONE, "USD", BigDecimal.ONE)))
                .isEmpty();
    }
}
