package io.chaoxi.customer;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How complete a customer's data is: the share of the fields that matter, in percent, rounded down, and which are
 * missing. Every field weighs the same.
 */
record Completeness(int score, List<String> missing) {
    private static final List<String> FIELDS = List.of(
            "name",
            "shortName",
            "creditCode",
            "industry",
            "region",
            "address",
            "website",
            "phone",
            "relation",
            "importance",
            "source",
            "owner");

    static Completeness of(Map<String, @Nullable Object> values) {
        List<String> missing =
                FIELDS.stream().filter(field -> values.get(field) == null).toList();
        return new Completeness(100 * (FIELDS.size() - missing.size()) / FIELDS.size(), missing);
    }
}
