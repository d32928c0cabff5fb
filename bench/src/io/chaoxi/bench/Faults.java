package io.chaoxi.bench;

/** Spoils what the goals rest on, to see that the measurement notices. */
final class Faults {
    private Faults() {}

    static void dropIndexes(Installation installation) throws Exception {
        try (var connection = installation.superuser();
                var statement = connection.createStatement()) {
            for (var index : Indexes.of(connection, "customer")) statement.execute("drop index " + index.name());
        }
    }
}
