package io.chaoxi.platform.record;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.chaoxi.platform.formula.Formula;
import io.chaoxi.platform.rights.FieldRight;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Computes formula fields when a record is read. A formula over a field one may not read shows nothing. */
@Component
class Formulas {
    private final LoadingCache<String, Formula> parsed =
            Caffeine.newBuilder().maximumSize(1_000).build(Formula::parse);
    private final Clock clock;

    Formulas(Clock clock) {
        this.clock = clock;
    }

    @Nullable
    Object value(Catalogue catalogue, Field field, Map<String, @Nullable Object> values) {
        Formula formula = parsed.get(String.valueOf(field.formula()));
        for (String name : formula.references()) {
            var read = catalogue.visible(name).map(catalogue::right).orElse(FieldRight.HIDDEN);
            if (!read.readable()) return null;
        }
        ZoneId zone = catalogue.actor().zone();
        return formula.evaluate(name -> operand(values.get(name), zone), LocalDate.ofInstant(clock.instant(), zone));
    }

    /** The fields that a formula reads, so that they are fetched with it. */
    List<Field> operands(Catalogue catalogue, Field field) {
        return parsed.get(String.valueOf(field.formula())).references().stream()
                .flatMap(name -> catalogue.visible(name).stream())
                .toList();
    }

    /** Money counts as its amount, a moment as its day in the firm's time zone. */
    private static @Nullable Object operand(@Nullable Object value, ZoneId zone) {
        return switch (value) {
            case null -> null;
            case Money money -> money.amount();
            case Instant moment -> LocalDate.ofInstant(moment, zone);
            default -> value;
        };
    }
}
