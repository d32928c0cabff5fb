package io.chaoxi.currency;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * From one currency to another over the firm's own.
 *
 * @param from what one unit of the given currency is worth in the firm's, 1 for the firm's itself
 * @param to the same for the wanted currency
 */
record CrossRate(BigDecimal from, BigDecimal to) {
    private static final MathContext SHOWN = new MathContext(15, RoundingMode.HALF_UP);

    /** The amount in the wanted currency, rounded once, half away from zero. */
    BigDecimal amount(BigDecimal given, int decimals) {
        return given.multiply(from).divide(to, decimals, RoundingMode.HALF_UP);
    }

    /** For showing: fifteen digits. */
    BigDecimal rate() {
        return from.divide(to, SHOWN).stripTrailingZeros();
    }
}
