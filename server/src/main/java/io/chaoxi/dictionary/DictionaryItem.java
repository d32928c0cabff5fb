package io.chaoxi.dictionary;

import org.jspecify.annotations.Nullable;

/**
 * An item of a dictionary. The id never changes and is what records store; a disabled item stays readable where it
 * stands and cannot be chosen anew. Without an English label the Chinese one is shown.
 *
 * @param parent the item above it in a dictionary of two levels
 * @param order its place among its siblings, from 0
 */
public record DictionaryItem(
        String id,
        long version,
        @Nullable String parent,
        String label,
        @Nullable String labelEn,
        String color,
        boolean disabled,
        int order) {}
