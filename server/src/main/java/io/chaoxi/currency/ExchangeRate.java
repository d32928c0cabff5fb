package io.chaoxi.currency;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/** One unit of {@code currency} is {@code rate} units of {@code base}, from that day until the next rate of the pair. */
public record ExchangeRate(UUID id, long version, String currency, String base, LocalDate validFrom, BigDecimal rate) {}
