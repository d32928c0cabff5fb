package io.chaoxi.platform.record;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.OptionalInt;

/** An amount with four decimals at most and its ISO 4217 currency. */
public record Money(BigDecimal amount, String currency) {
    private static final List<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .filter(currency -> currency.getDefaultFractionDigits() >= 0)
            .map(Currency::getCurrencyCode)
            .sorted()
            .toList();

    /** Every currency that is money, by code. */
    public static List<String> currencies() {
        return CURRENCIES;
    }

    /** How many decimals the currency's smallest coin has; empty for what is no money (XXX, gold) and no currency. */
    public static OptionalInt decimals(String currency) {
        return CURRENCIES.contains(currency)
                ? OptionalInt.of(Currency.getInstance(currency).getDefaultFractionDigits())
                : OptionalInt.empty();
    }

    /** To the smallest coin of its currency, half away from zero. */
    public Money rounded() {
        return new Money(amount.setScale(decimals(currency).orElse(0), RoundingMode.HALF_UP), currency);
    }
}
