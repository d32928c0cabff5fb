package io.chaoxi.notification.stream;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What nodes tell each other: that something is new, in ids only. Every node asks itself which of its people may know.
 *
 * @param person whom it concerns; null where the rights to the records decide
 * @param object of the records; empty otherwise
 * @param ids of records, job or notification; none means many records
 */
record Signal(Kind kind, long tenant, @Nullable UUID person, String object, List<UUID> ids) {

    enum Kind {
        CHANGED,
        JOB,
        NOTIFICATION
    }

    static Signal changed(long tenant, String object, List<UUID> ids) {
        return new Signal(Kind.CHANGED, tenant, null, object, ids);
    }

    static Signal toPerson(Kind kind, long tenant, UUID person, UUID id) {
        return new Signal(kind, tenant, person, "", List.of(id));
    }

    String line() {
        String id = ids.stream().map(UUID::toString).collect(Collectors.joining(","));
        return String.join(
                "|", kind.name(), String.valueOf(tenant), person == null ? "" : person.toString(), object, id);
    }

    /** Empty for a line of another version of this program. */
    static Optional<Signal> parse(String line) {
        String[] parts = line.split("\\|", -1);
        if (parts.length != 5) return Optional.empty();
        try {
            return Optional.of(new Signal(
                    Kind.valueOf(parts[0]),
                    Long.parseLong(parts[1]),
                    parts[2].isEmpty() ? null : UUID.fromString(parts[2]),
                    parts[3],
                    parts[4].isEmpty()
                            ? List.of()
                            : Arrays.stream(parts[4].split(",", -1))
                                    .map(UUID::fromString)
                                    .toList()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
