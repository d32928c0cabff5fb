package io.chaoxi.visit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where somebody began and ended a visit, and when the server heard of it; what his telephone said stands on the visit. */
record Stay(
        @Nullable Place in,
        @Nullable Instant inReceivedAt,
        @Nullable Place out,
        @Nullable Instant outReceivedAt) {}
