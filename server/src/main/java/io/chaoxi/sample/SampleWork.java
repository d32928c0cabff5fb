package io.chaoxi.sample;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Invented work with the sample customers: what is planned with them, and what they were promised. */
interface SampleWork {
    /** In the order of the customers, each with its contact. */
    void make(UUID owner, List<UUID> customers, List<UUID> contacts);

    /** Those of the customers about whom somebody has written something of this kind himself. */
    List<UUID> inUse(Collection<UUID> customers);

    /** How many went. */
    int remove();
}
