package io.chaoxi.platform.record;

import java.util.List;
import java.util.UUID;

/** These records had an owner and have none any more; published inside the transaction that took him away. */
public record OwnersGone(String object, List<UUID> ids) {}
