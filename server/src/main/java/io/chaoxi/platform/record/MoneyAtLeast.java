package io.chaoxi.platform.record;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** {@code @Min} on money as on numbers, whatever the currency. Found through META-INF/services. */
public final class MoneyAtLeast implements ConstraintValidator<Min, Money> {
    private BigDecimal least = BigDecimal.ZERO;

    @Override
    public void initialize(Min bound) {
        least = BigDecimal.valueOf(bound.value());
    }

    @Override
    public boolean isValid(@Nullable Money money, ConstraintValidatorContext context) {
        return money == null || money.amount().compareTo(least) >= 0;
    }
}
