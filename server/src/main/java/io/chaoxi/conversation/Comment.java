package io.chaoxi.conversation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 评论: what somebody wrote about a record. Plain text in which {@code @[name](person:id)} mentions a person. A pinned one
 * stands above the timeline.
 */
public record Comment(
        UUID id,
        UUID record,
        String text,
        UUID by,
        Instant at,
        @Nullable Pin pinned) {

    /** Who pinned it, and when. */
    public record Pin(UUID by, Instant at) {}
}
