package io.chaoxi.customer;

import static chaoxi.tables.Tables.CONTACT;
import static chaoxi.tables.Tables.CUSTOMER;

import io.chaoxi.platform.Ids;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.MergeNotes;
import io.chaoxi.platform.record.OwnersTurned;
import io.chaoxi.platform.record.RecordChange;
import io.chaoxi.platform.record.RecordChange.Kind;
import io.chaoxi.platform.record.RecordRules;
import io.chaoxi.platform.record.RecordsSettled;
import io.chaoxi.platform.record.Sequences;
import io.chaoxi.platform.text.Checked;
import io.chaoxi.platform.text.CompanyNames;
import io.chaoxi.platform.text.CreditCodes;
import io.chaoxi.platform.text.Folding;
import io.chaoxi.platform.text.PhoneNumbers;
import io.chaoxi.platform.text.Pinyin;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What is special about a customer: duplicates by exact keys, completeness, its number, and contacts that follow it. */
@Component
class CustomerRules implements RecordRules {
    private final DuplicateCheck duplicates;
    private final ContactSql contacts;
    private final Sequences sequences;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CustomerRules(
            DuplicateCheck duplicates,
            ContactSql contacts,
            Sequences sequences,
            ApplicationEventPublisher events,
            Clock clock) {
        this.duplicates = duplicates;
        this.contacts = contacts;
        this.sequences = sequences;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public void check(RecordChange change) {
        if (change.kind() == Kind.DELETED) return;
        examine(change);
        if (change.id().equals(change.reference("referrer"))) throw Refusal.field("referrer", "refersToItself");
        duplicates.check("customer", change);
    }

    @Override
    public void examine(RecordChange change) {
        String code = change.text("creditCode");
        if (code == null || !change.changes("creditCode")) return;
        if (CreditCodes.check(code) instanceof Checked.Refused<String>(String why)) {
            throw Refusal.field("creditCode", why);
        }
    }

    @Override
    public Map<String, @Nullable Object> derive(RecordChange change) {
        var columns = new HashMap<String, @Nullable Object>();
        if (change.kind() == Kind.CREATED) columns.put("code", sequences.next("KH"));
        if (change.kind() == Kind.CREATED || change.kind() == Kind.CHANGED) {
            String name = String.valueOf(change.text("name"));
            columns.put("name_key", Pinyin.sortKey(name));
            columns.put("name_norm", CompanyNames.normalise(name));
            String shortName = change.text("shortName");
            columns.put("short_norm", shortName == null ? null : Folding.squash(shortName));
            if (change.changes("owner")) columns.put("untouched_since", untouchedSince(change));
            columns.put("completeness", Completeness.of(change.after()).score());
            columns.put("phone_doubtful", change.text("phone") != null && PhoneNumbers.doubtful(change.text("phone")));
            if (change.text("creditCode") != null) {
                columns.put(
                        "credit_code",
                        CreditCodes.check(change.text("creditCode")).valueOrNull());
            }
        }
        return columns;
    }

    /** From when a new owner has it, until somebody deals with it. */
    private @Nullable OffsetDateTime untouchedSince(RecordChange change) {
        if (change.reference("owner") == null) return null;
        var since = change.kind() == Kind.CREATED ? Ids.moment(change.id()) : clock.instant();
        return since.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
    }

    /** Contacts belong to whoever owns the customer. */
    @Override
    public void written(RecordChange change) {
        if (change.kind() == Kind.CHANGED && change.changes("owner")) {
            UUID owner = change.reference("owner");
            UUID former = (UUID) change.before().get("owner");
            var moved = contacts.follow(change.id(), former, owner);
            if (owner == null || former == null) events.publishEvent(new OwnersTurned("contact", moved));
        }
    }

    /** Many at once: their contacts by one statement. */
    @Override
    public void passed(List<RecordChange> changes) {
        var former = new HashMap<UUID, UUID>();
        changes.forEach(change -> former.put(change.id(), (UUID) change.before().get("owner")));
        UUID owner = changes.getFirst().reference("owner");
        var moved = contacts.followAll(former, owner);
        if (owner == null) events.publishEvent(new OwnersTurned("contact", moved));
    }

    /**
     * A customer has one primary contact: the survivor's, or else the first that comes. A sample that took up one of the
     * firm's own is none any more.
     */
    @Override
    public void merging(UUID survivor, List<UUID> others, MergeNotes notes) {
        contacts.leaveOnePrimary(survivor, others, notes);
        notes.set(CUSTOMER.SAMPLE, false, CustomerSql.sampleThatTakes(survivor, others));
    }

    /** Contacts belong to whoever owns the customer that they come to. */
    @Override
    public Map<Field<?>, Field<?>> following(Table<?> table, String column, Field<UUID> to) {
        return table.equals(CONTACT) && column.equals(CONTACT.CUSTOMER_ID.getName())
                ? ContactSql.ownerOf(to)
                : Map.of();
    }

    /** What was done with the others was now done with the survivor, until the merge is undone. */
    @Override
    public void settle(List<UUID> records) {
        events.publishEvent(new RecordsSettled("customer", records));
    }

    /** Contacts rest with their customer in the recycle bin and come back with it. */
    @Override
    public void moved(Kind kind, List<UUID> records) {
        if (kind == Kind.DELETED) contacts.rest(records);
        else contacts.comeBack(records);
    }
}
