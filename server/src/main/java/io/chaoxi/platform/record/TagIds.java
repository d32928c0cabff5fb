package io.chaoxi.platform.record;

import java.util.List;
import java.util.UUID;

/** The tags of a record. */
public record TagIds(List<UUID> ids) {}
