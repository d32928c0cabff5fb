package io.chaoxi.platform.record;

import java.util.UUID;

/** A person of the same firm. */
public record PersonId(UUID id) {}
