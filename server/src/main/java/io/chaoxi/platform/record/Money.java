package io.chaoxi.platform.record;

import java.math.BigDecimal;

/** An amount with four decimals at most and its ISO 4217 currency. */
public record Money(BigDecimal amount, String currency) {}
