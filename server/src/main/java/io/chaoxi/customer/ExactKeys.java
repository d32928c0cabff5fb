package io.chaoxi.customer;

import io.chaoxi.platform.record.RecordChange;
import io.chaoxi.platform.text.CompanyNames;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The keys by which a customer is the same as another: normalised name, credit code, phone (E.164), e-mail. */
record ExactKeys(Map<String, String> byField) {
    private static final UUID NEW = new UUID(0, 0);

    /** Only the keys that the change sets anew. */
    static ExactKeys of(RecordChange change) {
        var keys = new TreeMap<String, String>();
        put(change, "name", CompanyNames::normalise, keys);
        put(change, "creditCode", code -> code.strip().toUpperCase(Locale.ROOT), keys);
        put(change, "phone", phone -> phone, keys);
        put(change, "email", email -> email, keys);
        return new ExactKeys(keys);
    }

    /** All keys that these values have. */
    static ExactKeys of(Map<String, @Nullable Object> values) {
        return of(new RecordChange(NEW, RecordChange.Kind.CREATED, Map.of(), values, true));
    }

    private static void put(
            RecordChange change,
            String field,
            java.util.function.UnaryOperator<String> normal,
            Map<String, String> keys) {
        String value = change.text(field);
        if (value == null || !change.changes(field)) return;
        String key = normal.apply(value);
        if (!key.isEmpty()) keys.put(field, key);
    }

    boolean isEmpty() {
        return byField.isEmpty();
    }

    @Nullable
    String get(String field) {
        return byField.get(field);
    }
}
