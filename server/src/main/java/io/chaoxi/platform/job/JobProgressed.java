package io.chaoxi.platform.job;

import java.util.UUID;

/** A job began, went on or ended; told to its maker only. */
public record JobProgressed(long tenant, UUID person, UUID job, String kind, String state) {

    public boolean ended() {
        return "done".equals(state) || "failed".equals(state) || "cancelled".equals(state);
    }
}
