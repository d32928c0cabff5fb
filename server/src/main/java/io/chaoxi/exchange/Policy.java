package io.chaoxi.exchange;

import io.chaoxi.platform.problem.Refusal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What becomes of a row whose record is there already by an exact key. */
enum Policy {
    /** The row is passed over. */
    SKIP,
    /** The filled cells of the row replace what the record holds. */
    UPDATE,
    /** The filled cells of the row fill what is empty in the record. */
    MERGE,
    /** The row counts as an error. */
    REFUSE;

    static Policy of(@Nullable String word) {
        if (word == null || word.isBlank()) return SKIP;
        for (Policy policy : values()) {
            if (policy.word().equals(word)) return policy;
        }
        throw Refusal.field("duplicates", "unknownChoice");
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean changes() {
        return this == UPDATE || this == MERGE;
    }
}
