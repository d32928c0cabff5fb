package io.chaoxi.platform.record;

import java.util.List;
import java.util.UUID;

/** A merge, or the undo of one, has moved what points to these records; published inside its transaction. */
public record RecordsSettled(String object, List<UUID> ids) {}
