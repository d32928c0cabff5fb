package io.chaoxi.platform.record;

import java.util.UUID;

/** A department of the same firm. */
public record DepartmentId(UUID id) {}
