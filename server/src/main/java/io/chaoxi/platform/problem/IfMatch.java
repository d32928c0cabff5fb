package io.chaoxi.platform.problem;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The version of a record that a change was made on, as the header {@code If-Match} tells it. */
public final class IfMatch {
    private IfMatch() {}

    /** 428 {@code versionNeeded} without one, 400 {@code versionUnreadable} when it is none of ours. */
    public static long version(@Nullable String header) {
        if (header == null || header.isBlank()) throw Refusal.of(428, "versionNeeded");
        String digits = header.replace("W/", "").replace("\"", "").strip();
        if (!digits.matches("\\d{1,18}")) throw Refusal.malformed("versionUnreadable", Map.of());
        return Long.parseLong(digits);
    }
}
