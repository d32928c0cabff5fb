package io.chaoxi.platform.record;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a record is written: the key of its history line (null: that of the change itself), the job it belongs to, and
 * what was done about others that may be the same.
 */
public record Writing(@Nullable String kind, @Nullable UUID job, Duplicates duplicates) {
    public static final Writing BY_HAND = new Writing(null, null, Duplicates.TOLD);

    public static Writing byHand(Duplicates duplicates) {
        return new Writing(null, null, duplicates);
    }

    String kindOf(RecordChange.Kind change) {
        return kind == null ? change.name().toLowerCase(java.util.Locale.ROOT) : kind;
    }
}
