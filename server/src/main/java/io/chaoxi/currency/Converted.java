package io.chaoxi.currency;

import io.chaoxi.platform.record.Money;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * An amount in another currency.
 *
 * @param money rounded to the smallest coin of its currency
 * @param rate what one unit was worth, to fifteen digits; the amount was computed from the rates themselves
 * @param validFrom the day that the rate is from, of two the older one
 */
public record Converted(Money money, BigDecimal rate, LocalDate validFrom) {}
