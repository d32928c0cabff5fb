package io.chaoxi.identity;

import java.util.UUID;

/**
 * In one of a person's own sessions his second factor was switched off, or his recovery codes were replaced. It may not
 * have been he.
 *
 * @param id of this event
 */
public record OwnFactorWeakened(UUID id, long tenant, UUID person, How how) {

    public enum How {
        REMOVED,
        CODES_RENEWED
    }
}
