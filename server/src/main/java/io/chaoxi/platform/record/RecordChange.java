package io.chaoxi.platform.record;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record on its way from one set of values to another.
 *
 * @param before field name → value, empty when the record is new
 * @param after field name → value of all fields, absent means empty
 * @param duplicates what its writer did about others that may be the same
 */
public record RecordChange(
        UUID id,
        Kind kind,
        Map<String, @Nullable Object> before,
        Map<String, @Nullable Object> after,
        Duplicates duplicates) {

    /** What happens to the record; the key of its line in the history. */
    public enum Kind {
        CREATED,
        CHANGED,
        DELETED,
        RESTORED
    }

    /** Whether it belonged to somebody and now belongs to nobody. */
    boolean turnsOwner() {
        return kind == Kind.CHANGED && (before.get("owner") == null) != (after.get("owner") == null);
    }

    public boolean changes(String field) {
        return !Objects.deepEquals(before.get(field), after.get(field));
    }

    public @Nullable String text(String field) {
        return (String) after.get(field);
    }

    public @Nullable UUID reference(String field) {
        return (UUID) after.get(field);
    }
}
