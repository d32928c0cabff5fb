package io.chaoxi.identity;

import java.util.UUID;

/**
 * A person signs in with another name from now on.
 *
 * @param id of this event
 * @param by who changed it
 */
public record LoginChanged(UUID id, long tenant, UUID person, UUID by, String login) {}
