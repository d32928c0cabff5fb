package io.chaoxi.identity;

import java.util.UUID;

/**
 * Somebody who manages people took a person's second factor away, for he lost what he made his codes with.
 *
 * @param id of this event
 * @param by who did it
 */
public record SecondFactorReset(UUID id, long tenant, UUID person, UUID by) {}
