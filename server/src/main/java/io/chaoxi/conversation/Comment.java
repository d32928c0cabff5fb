package io.chaoxi.conversation;

import java.time.Instant;
import java.util.UUID;

/** 评论: what somebody wrote about a record. Plain text in which {@code @[name](person:id)} mentions a person. */
public record Comment(UUID id, UUID record, String text, UUID by, Instant at) {}
