package io.chaoxi.customer;

import java.util.Locale;

/** What becomes of a record that has the same key as one that is there. */
enum DuplicateRule {
    /** It is not written, whoever wants it. */
    REFUSE,
    /** It is written once its writer has seen the others. */
    WARN,
    /** Nobody asks. */
    ALLOW;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static DuplicateRule of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
