package io.chaoxi.platform.database;

import java.nio.file.Path;

/**
 * Where an embedded PostgreSQL lives and whether it must survive a loss of power.
 *
 * @param home holds {@code database}, {@code secrets} and {@code logs}
 * @param binaries the folder that receives the unpacked programs, {@code postgres-<version>}
 * @param durable false switches fsync off: faster, and the data is lost when the machine stops; tests only
 */
public record PostgresOptions(Path home, Path binaries, boolean durable) {

    public PostgresOptions {
        home = home.toAbsolutePath().normalize();
        binaries = binaries.toAbsolutePath().normalize();
    }

    /** Data that is kept: everything in the home folder, every commit on disk. */
    public static PostgresOptions permanent(Path home) {
        return new PostgresOptions(home, home, true);
    }

    /** Data that may be lost: for builds and tests, programs beside the folder so that several share them. */
    public static PostgresOptions disposable(Path folder) {
        return new PostgresOptions(folder, folder.resolve(".."), false);
    }
}
