package io.chaoxi.promise;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** These people are to be told now of what they promised. Published once for each reminder, however late it is. */
public record PromisesDue(long tenant, List<Reminder> reminders) {

    /**
     * @param at when it was set for, so that one reminder is told once however often this is delivered
     * @param due day and, where it has one, time of day, as its owner wrote it
     */
    public record Reminder(UUID promise, UUID owner, Instant at, String due) {}
}
