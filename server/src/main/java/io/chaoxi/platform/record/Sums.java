package io.chaoxi.platform.record;

import io.chaoxi.platform.record.FirmRates.Today;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How sums are told.
 *
 * @param fields what was added up
 * @param today the rates to bring currencies together by; null when they meet nowhere
 */
record Sums(List<Field> fields, @Nullable Today today) {

    /** By field: a number, money, or null for nothing added up and for a currency without a rate. */
    Map<String, @Nullable Object> of(List<Map<String, BigDecimal>> amounts) {
        var sums = new LinkedHashMap<String, @Nullable Object>();
        for (int i = 0; i < fields.size(); i++) {
            sums.put(fields.get(i).name(), sum(fields.get(i), amounts.get(i)));
        }
        return sums;
    }

    private @Nullable Object sum(Field field, Map<String, BigDecimal> amounts) {
        if (amounts.isEmpty()) return null;
        var one = amounts.entrySet().iterator().next();
        if (field.type() != FieldType.MONEY) return one.getValue();
        if (amounts.size() == 1) return money(one.getValue(), one.getKey());
        return today == null
                ? null
                : today.together(amounts).map(Sums::converted).orElse(null);
    }

    private static Map<String, Object> money(BigDecimal amount, String currency) {
        var money = new LinkedHashMap<String, Object>();
        money.put("amount", amount.toPlainString());
        money.put("currency", currency);
        return money;
    }

    private static Map<String, Object> converted(FirmRates.Together sum) {
        var money = money(sum.money().amount(), sum.money().currency());
        money.put("converted", true);
        money.put("validFrom", sum.validFrom().toString());
        return money;
    }
}
