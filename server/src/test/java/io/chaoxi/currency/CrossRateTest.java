package io.chaoxi.currency;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CrossRateTest {
    private static final BigInteger TEN = BigInteger.TEN;

    private static BigDecimal rate(String text) {
        return new BigDecimal(text);
    }

    private static BigDecimal anyRate(Random random) {
        return new BigDecimal(new BigInteger(1 + random.nextInt(66), random).add(BigInteger.ONE), 10);
    }

    /** The same in whole numbers: twice the fraction and one more, halved, is rounded half away from zero. */
    private static BigDecimal inWholeNumbers(BigDecimal given, BigDecimal from, BigDecimal to, int decimals) {
        BigInteger above =
                given.unscaledValue().abs().multiply(from.unscaledValue()).multiply(TEN.pow(decimals + to.scale()));
        BigInteger below = to.unscaledValue().multiply(TEN.pow(given.scale() + from.scale()));
        BigInteger rounded = above.shiftLeft(1).add(below).divide(below.shiftLeft(1));
        return new BigDecimal(given.signum() < 0 ? rounded.negate() : rounded, decimals);
    }

    @Test
    void equalsTheSameReckonedInWholeNumbers() {
        var random = new Random(20261122);
        for (int i = 0; i < 50_000; i++) {
            var given = BigDecimal.valueOf(random.nextLong(), random.nextInt(5));
            var cross = new CrossRate(anyRate(random), anyRate(random));
            int decimals = new int[] {0, 2, 3}[random.nextInt(3)];
            assertThat(cross.amount(given, decimals))
                    .as("%s × %s ÷ %s", given, cross.from(), cross.to())
                    .isEqualTo(inWholeNumbers(given, cross.from(), cross.to(), decimals));
        }
    }

    @Test
    void roundsHalfAwayFromZeroAndOnlyOnce() {
        var half = new CrossRate(rate("0.5"), BigDecimal.ONE);
        assertThat(half.amount(rate("1"), 0)).isEqualByComparingTo("1");
        assertThat(half.amount(rate("-1"), 0)).isEqualByComparingTo("-1");
        var third = new CrossRate(BigDecimal.ONE, rate("3"));
        assertThat(third.amount(rate("300"), 2)).isEqualByComparingTo("100");
        assertThat(third.amount(rate("0.01"), 2)).isEqualByComparingTo("0");
    }

    @Test
    void showsFifteenDigitsOfTheRate() {
        assertThat(new CrossRate(BigDecimal.ONE, rate("7")).rate()).isEqualTo(rate("0.142857142857143"));
        assertThat(new CrossRate(rate("7.10"), BigDecimal.ONE).rate()).isEqualTo(rate("7.1"));
    }
}
