package io.chaoxi.customer;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer that exists already. Out of reach of the one who asks, its id stays unsaid and its name masked; the owner's
 * name tells whom to ask.
 */
public record Duplicate(
        String object,
        @Nullable UUID id,
        String label,
        @Nullable String owner,
        List<String> by) {}
