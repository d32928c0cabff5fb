package io.chaoxi.promise;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The time of these promises passed and they were not kept. Published once for each, in the transaction that says so. */
public record PromisesBroken(long tenant, List<Broken> promises) {

    /**
     * @param leader of the owner's department, where that is somebody else
     * @param due day and, where it has one, time of day, as its owner wrote it
     */
    public record Broken(UUID promise, UUID owner, @Nullable UUID leader, String due) {

        /** Empty for one that is nobody's. */
        static Optional<Broken> of(PromiseSql.Passed passed) {
            UUID owner = passed.owner();
            if (owner == null) return Optional.empty();
            return Optional.of(new Broken(
                    passed.id(), owner, owner.equals(passed.leader()) ? null : passed.leader(), passed.due()));
        }
    }
}
