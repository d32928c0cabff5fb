package io.chaoxi.customer;

import io.chaoxi.platform.problem.Refusal;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 汇报关系: who reports to whom among the contacts of a customer.
 *
 * @param contacts all of them, those in the recycle bin too, for who comes back must close no circle
 */
record ReportingLines(Map<UUID, Placed> contacts) {

    /** A contact and whom it reports to; {@code resting}: in the recycle bin. */
    record Placed(@Nullable UUID superior, boolean resting) {}

    /** Refuses somebody of another customer or in the recycle bin, and whoever is below the contact. */
    void check(UUID contact, UUID superior) {
        Placed placed = contacts.get(superior);
        if (placed == null || placed.resting()) throw Refusal.field("reportsTo", "superiorElsewhere");
        if (contact.equals(superior) || leads(superior, contact)) throw Refusal.field("reportsTo", "superiorBelow");
    }

    /** Whether one comes from the first to the second by going up. */
    boolean leads(UUID from, UUID to) {
        Set<UUID> passed = new HashSet<>();
        for (UUID step = superior(from); step != null && passed.add(step); step = superior(step)) {
            if (step.equals(to)) return true;
        }
        return false;
    }

    private @Nullable UUID superior(UUID contact) {
        Placed placed = contacts.get(contact);
        return placed == null ? null : placed.superior();
    }
}
