package io.chaoxi.platform.record;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** By which values of a choice a record is told to be at its end: nothing more is to be done with it. */
record Ending(String field, Set<String> values) {
    /** Of objects whose records never are. */
    static final Ending NEVER = new Ending("", Set.of());

    boolean of(Map<String, ? extends @Nullable Object> record) {
        return record.get(field) instanceof String value && values.contains(value);
    }
}
