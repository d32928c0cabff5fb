package io.chaoxi.conversation;

import java.util.List;
import java.util.UUID;

/**
 * A comment names people. To be mentioned grants nothing: whoever tells them asks first whether they reach the record.
 */
public record PeopleMentioned(long tenant, UUID comment, String object, UUID record, UUID by, List<UUID> people) {}
