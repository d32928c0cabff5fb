package io.chaoxi.platform.record;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a record is written: the key of its history line (null: that of the change itself), the job it belongs to, and
 * whether duplicates that exist already are accepted.
 */
public record Writing(@Nullable String kind, @Nullable UUID job, boolean allowDuplicates) {
    public static final Writing BY_HAND = new Writing(null, null, false);

    public static Writing byHand(boolean allowDuplicates) {
        return new Writing(null, null, allowDuplicates);
    }

    String kindOf(RecordChange.Kind change) {
        return kind == null ? change.name().toLowerCase(java.util.Locale.ROOT) : kind;
    }
}
