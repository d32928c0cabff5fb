/**
 * What foreign money is worth in the firm's currency, by day. Owns exchange_rate; offers {@link
 * io.chaoxi.currency.ExchangeRates} to modules that bring amounts together, and to the record machine the rates of today.
 * Announces nothing, listens to nobody. Rates are entered, never downloaded.
 */
@ApplicationModule(allowedDependencies = {"platform", "identity :: firm"})
@NullMarked
package io.chaoxi.currency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
