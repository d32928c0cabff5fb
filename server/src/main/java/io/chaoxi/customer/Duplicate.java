package io.chaoxi.customer;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record that is there already. Out of reach of the one who asks, its id stays unsaid and its names masked; the owner's
 * name tells whom to ask.
 *
 * @param customer of a contact: the name of its customer
 * @param by the fields by which it is the same or looks alike
 */
public record Duplicate(
        String object,
        @Nullable UUID id,
        String label,
        @Nullable String customer,
        @Nullable String owner,
        List<String> by,
        Certainty certainty) {

    /** How sure it is that the two are one. */
    public enum Certainty {
        /** They share an exact key. */
        SAME,
        /** Ten to one. */
        LIKELY,
        /** A person should look. */
        MAYBE;

        @com.fasterxml.jackson.annotation.JsonValue
        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
