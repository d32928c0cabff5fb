package io.chaoxi.customer;

import static chaoxi.tables.Tables.CONTACT;

import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.MergeNotes;
import io.chaoxi.platform.record.RecordChange;
import io.chaoxi.platform.record.RecordChange.Kind;
import io.chaoxi.platform.record.RecordRules;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.rights.Actor;
import io.chaoxi.platform.text.Folding;
import io.chaoxi.platform.text.Pinyin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is special about a contact: it belongs to the owner of its customer and reports to another one there, one is primary, none is there twice. */
@Component
class ContactRules implements RecordRules {
    private final DuplicateCheck duplicates;
    private final CustomerSql customers;
    private final ContactSql contacts;

    ContactRules(DuplicateCheck duplicates, CustomerSql customers, ContactSql contacts) {
        this.duplicates = duplicates;
        this.customers = customers;
        this.contacts = contacts;
    }

    @Override
    public void check(RecordChange change) {
        boolean comesBack = change.kind() == Kind.RESTORED;
        if (comesBack && customers.isDeleted(customer(change))) throw Refusal.field("customer", "customerInBin");
        duplicates.check("contact", change);
        checkSuperior(change);
        if ((comesBack || change.kind() != Kind.DELETED)
                && Boolean.TRUE.equals(change.after().get("primaryContact"))) {
            refuseAlone(change);
            contacts.demoteOthers(customer(change), change.id());
        }
    }

    /** Who shares a contact and not its customer does not choose among the customer's contacts. */
    private static void refuseAlone(RecordChange change) {
        Actor actor = Acting.current();
        var shares = actor.shares().writable();
        boolean shared = shares.getOrDefault("contact", Set.of()).contains(change.id());
        if (!shared || !change.changes("primaryContact")) return;
        boolean own = Reach.inCharge(actor, "contact", change.reference("owner"), change.reference("ownerDepartment"));
        boolean with = shares.getOrDefault("customer", Set.of()).contains(customer(change));
        if (!own && !with) throw Refusal.of(403, "sharedOnly");
    }

    private void checkSuperior(RecordChange change) {
        boolean moves = change.kind() == Kind.CHANGED && change.changes("customer");
        UUID superior = change.changes("reportsTo") ? change.reference("reportsTo") : null;
        if (!moves && superior == null) return;
        List<UUID> customers = new ArrayList<>(List.of(customer(change)));
        if (change.before().get("customer") instanceof UUID former) customers.add(former);
        contacts.lockLines(customers);
        if (superior != null) contacts.lines(customer(change)).check(change.id(), superior);
    }

    @Override
    public Map<String, @Nullable Object> derive(RecordChange change) {
        var columns = new HashMap<String, @Nullable Object>();
        if (change.kind() != Kind.CREATED && change.kind() != Kind.CHANGED) return columns;
        String name = String.valueOf(change.text("name"));
        columns.put("name_key", Pinyin.nameSortKey(name));
        columns.put("name_norm", Folding.squash(name));
        if (change.changes("customer")) {
            var ownership = customers.ownership(customer(change));
            columns.put("owner_id", ownership.owner());
            columns.put("owner_department_id", ownership.department());
            if (!change.changes("reportsTo")) columns.put("reports_to_id", null);
        }
        return columns;
    }

    /** Both customers remember who went from one to the other: the contact's own history is gone from the former one. */
    @Override
    public void written(RecordChange change) {
        if (change.kind() != Kind.CHANGED || !change.changes("customer")) return;
        if (change.before().get("customer") instanceof UUID former) {
            contacts.closeGap(change.id(), former, (UUID) change.before().get("reportsTo"));
            contacts.rememberMove(change.id(), former, customer(change));
        }
    }

    /** Whom one reports to holds at his customer; the survivor of a merge does not get it from another one by itself. */
    @Override
    public Set<String> notTakenOver() {
        return Set.of("reportsTo");
    }

    @Override
    public void settle(List<UUID> records) {
        contacts.untangle(records);
    }

    @Override
    public void forgetting(List<UUID> records) {
        contacts.letGo(records);
    }

    /** A sample that took up one of the firm's own is none any more. */
    @Override
    public void merging(UUID survivor, List<UUID> others, MergeNotes notes) {
        notes.set(CONTACT.SAMPLE, false, ContactSql.sampleThatTakes(survivor, others));
    }

    private static UUID customer(RecordChange change) {
        return Objects.requireNonNull(change.reference("customer"));
    }
}
