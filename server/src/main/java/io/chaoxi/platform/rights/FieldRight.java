package io.chaoxi.platform.rights;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * What a role may do with a field, from little to much. A masked value can be replaced by whoever may update the
 * record (that shows nothing of it), but neither be read, sorted nor filtered.
 */
public enum FieldRight {
    HIDDEN,
    MASKED,
    READ,
    WRITE;

    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static FieldRight of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }

    public FieldRight wider(FieldRight other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public boolean readable() {
        return this == READ || this == WRITE;
    }

    public boolean writable() {
        return this == WRITE || this == MASKED;
    }
}
