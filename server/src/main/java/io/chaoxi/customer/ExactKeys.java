package io.chaoxi.customer;

import io.chaoxi.platform.record.RecordChange;
import io.chaoxi.platform.record.RecordChange.Kind;
import io.chaoxi.platform.text.CompanyNames;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The keys by which a record is the same as another. A customer: normalised name, credit code, phone (E.164), e-mail; a
 * lead: the same without the code; a contact: {@code <customer id> <name>}, phone, e-mail.
 */
record ExactKeys(String object, Map<String, String> byField) {

    /** Only the keys that the change sets anew; all of a record that comes or comes back. */
    static ExactKeys of(String object, RecordChange change) {
        var all = of(object, change.after());
        return change.kind() == Kind.CHANGED
                ? all.only(field -> change.changes(field) || atCustomer(object, field) && change.changes("customer"))
                : all;
    }

    /** All keys that these values have. */
    static ExactKeys of(String object, Map<String, @Nullable Object> values) {
        var keys = new TreeMap<String, String>();
        if (!object.equals("contact")) {
            put(values, "name", CompanyNames::normalise, keys);
            put(values, "creditCode", code -> code.strip().toUpperCase(Locale.ROOT), keys);
        } else if (values.get("customer") instanceof UUID customer) {
            put(values, "name", name -> customer + " " + name, keys);
        }
        put(values, "phone", phone -> phone, keys);
        put(values, "email", email -> email, keys);
        return new ExactKeys(object, keys);
    }

    private static boolean atCustomer(String object, String field) {
        return object.equals("contact") && field.equals("name");
    }

    private static void put(
            Map<String, @Nullable Object> values,
            String field,
            UnaryOperator<String> normal,
            Map<String, String> keys) {
        if (!(values.get(field) instanceof String value)) return;
        String key = normal.apply(value);
        if (!key.isEmpty()) keys.put(field, key);
    }

    ExactKeys only(Predicate<String> fields) {
        var some = new TreeMap<>(byField);
        some.keySet().removeIf(fields.negate());
        return new ExactKeys(object, some);
    }

    /** The keys that records of the other object have too: the name of a company, and where it is reached. */
    ExactKeys sharedWith(String other) {
        boolean companies = !object.equals("contact") && !other.equals("contact");
        return only(field -> field.equals("phone") || field.equals("email") || companies && field.equals("name"));
    }

    boolean isEmpty() {
        return byField.isEmpty();
    }
}
