package io.chaoxi.platform.text;

import org.jspecify.annotations.Nullable;

/**
 * What became of a value that a person wrote: accepted in its normal form, or refused with a code that is a label key.
 * Callers switch over the two cases; a blank value is refused like any other, ask before whether there is one.
 */
public sealed interface Checked<T> {
    /** The normal form, ready to be stored. */
    record Accepted<T>(T value) implements Checked<T> {}

    /** Why not; the code is the same in the page and in the API. */
    record Refused<T>(String code) implements Checked<T> {}

    static <T> Checked<T> accepted(T value) {
        return new Accepted<>(value);
    }

    static <T> Checked<T> refused(String code) {
        return new Refused<>(code);
    }

    default @Nullable T valueOrNull() {
        return this instanceof Accepted<T>(T value) ? value : null;
    }

    default @Nullable String refusalOrNull() {
        return this instanceof Refused<T>(String code) ? code : null;
    }
}
