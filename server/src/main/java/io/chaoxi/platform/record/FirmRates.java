package io.chaoxi.platform.record;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The firm's currency and what others are worth in it; offered by the module that keeps the rates. */
public interface FirmRates {

    /** Those of these currencies that have a rate in force today, the day being one of the firm's time zone. */
    Today today(Set<String> currencies);

    /** One unit is so many units of the firm's currency, since that day. */
    record Rate(BigDecimal rate, LocalDate validFrom) {}

    /**
     * The rates of a day.
     *
     * @param currency the firm's
     * @param rates by currency
     */
    record Today(String currency, Map<String, Rate> rates) {

        /** The sum of these amounts in the firm's currency, rounded once; nothing when one has no rate. */
        Optional<Together> together(Map<String, BigDecimal> amounts) {
            if (!rates.keySet().containsAll(amounts.keySet())) return Optional.empty();
            BigDecimal sum = BigDecimal.ZERO;
            for (var one : amounts.entrySet())
                sum = sum.add(one.getValue().multiply(rate(one.getKey()).rate()));
            List<LocalDate> days = amounts.keySet().stream()
                    .filter(code -> !code.equals(currency))
                    .map(code -> rate(code).validFrom())
                    .toList();
            return Optional.of(new Together(new Money(sum, currency).rounded(), Collections.min(days)));
        }

        private Rate rate(String code) {
            return Objects.requireNonNull(rates.get(code));
        }
    }

    /**
     * Several currencies in one.
     *
     * @param validFrom the day of the oldest rate among those that were used
     */
    record Together(Money money, LocalDate validFrom) {}
}
