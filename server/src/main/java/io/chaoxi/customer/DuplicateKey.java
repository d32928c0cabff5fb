package io.chaoxi.customer;

import static io.chaoxi.customer.DuplicateRule.REFUSE;
import static io.chaoxi.customer.DuplicateRule.WARN;

import java.util.Arrays;
import java.util.List;

/** By what two records are the same, and what becomes of the second as long as the firm says nothing. */
enum DuplicateKey {
    CUSTOMER_NAME("customerName", "customer", "name", WARN),
    /** The state gives a code to one organisation only. */
    CUSTOMER_CREDIT_CODE("customerCreditCode", "customer", "creditCode", REFUSE),
    CUSTOMER_PHONE("customerPhone", "customer", "phone", WARN),
    CUSTOMER_EMAIL("customerEmail", "customer", "email", WARN),
    /** At the same customer. */
    CONTACT_NAME("contactName", "contact", "name", WARN),
    CONTACT_PHONE("contactPhone", "contact", "phone", WARN),
    CONTACT_EMAIL("contactEmail", "contact", "email", WARN),
    LEAD_NAME("leadName", "lead", "name", WARN),
    LEAD_PHONE("leadPhone", "lead", "phone", WARN),
    LEAD_EMAIL("leadEmail", "lead", "email", WARN);

    private final String key;
    private final String object;
    private final String field;
    private final DuplicateRule otherwise;

    DuplicateKey(String key, String object, String field, DuplicateRule otherwise) {
        this.key = key;
        this.object = object;
        this.field = field;
        this.otherwise = otherwise;
    }

    static List<DuplicateKey> of(String object) {
        return Arrays.stream(values()).filter(key -> key.object.equals(object)).toList();
    }

    String key() {
        return key;
    }

    String field() {
        return field;
    }

    DuplicateRule otherwise() {
        return otherwise;
    }
}
