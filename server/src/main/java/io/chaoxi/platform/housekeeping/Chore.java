package io.chaoxi.platform.housekeeping;

import java.time.OffsetDateTime;

/**
 * Something whose time is over and that is cleared away; registers as a bean. Runs in a transaction of its own, for each
 * firm with the program acting for it, or once where the data belongs to the installation.
 */
public interface Chore {

    /** What is cleared, for the log. */
    String name();

    /** Clears what is over by this time; says how many were. Done again after a crash, it finds less to do. */
    int clear(OffsetDateTime now);

    /** Whether the data lies outside the firms. */
    default boolean ofInstallation() {
        return false;
    }
}
