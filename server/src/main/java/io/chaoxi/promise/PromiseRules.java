package io.chaoxi.promise;

import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.MergeNotes;
import io.chaoxi.platform.record.RecordChange;
import io.chaoxi.platform.record.RecordChange.Kind;
import io.chaoxi.platform.record.RecordFinding;
import io.chaoxi.platform.record.RecordRules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What is special about a promise: somebody gave his word to somebody, by a moment that lies ahead. It is open until an act
 * or the time ends it, and what ended stands: neither its words nor its day change, and it does not go.
 */
@Component
class PromiseRules implements RecordRules {
    static final LocalDate LAST = LocalDate.of(2199, 12, 31);

    /** A slip of the pen is taken back on the day on which it was made. */
    private static final Duration SLIP = Duration.ofDays(1);

    private static final List<String> WORDS =
            List.of("subject", "details", "dueOn", "dueTime", "customer", "contact", "lead", "source");
    private static final List<String> TO_WHOM = List.of("customer", "contact", "lead");

    private final RecordFinding finding;
    private final ObjectProvider<Catalogues> catalogues;
    private final PromiseSql sql;
    private final PromiseColumns columns;
    private final Clock clock;

    PromiseRules(
            RecordFinding finding,
            ObjectProvider<Catalogues> catalogues,
            PromiseSql sql,
            PromiseColumns columns,
            Clock clock) {
        this.finding = finding;
        this.catalogues = catalogues;
        this.sql = sql;
        this.columns = columns;
        this.clock = clock;
    }

    @Override
    public void check(RecordChange change) {
        if (change.kind() == Kind.RESTORED) return;
        if (change.kind() == Kind.DELETED) {
            requireSlip(change);
            return;
        }
        if (change.kind() == Kind.CHANGED) requireStanding(change);
        examine(change);
        checkEnds(change);
    }

    private void checkEnds(RecordChange change) {
        UUID contact = change.reference("contact");
        UUID customer = change.reference("customer");
        boolean moves = change.changes("contact") || change.changes("customer");
        if (contact != null && customer != null && moves && !customer.equals(employer(contact))) {
            throw Refusal.field("contact", "contactOfAnother");
        }
        UUID lead = change.reference("lead");
        if (lead != null && change.changes("lead") && sql.converted(lead)) throw Refusal.field("lead", "leadConverted");
    }

    /** What was open until its time passed is broken, though the round of this minute has not said so yet. */
    private void requireStanding(RecordChange change) {
        boolean open = PromiseStatus.OPEN.equals(change.before().get("status"));
        boolean passed = open && change.before().get("dueAt") instanceof Instant due && !due.isAfter(clock.instant());
        if (passed && change.after().get("brokenAt") == null) throw Refusal.of(409, "promisePassed");
        if (!open) refuseChanged(change, WORDS, "promiseStands");
        if (open && !change.changes("moves")) refuseChanged(change, List.of("dueOn", "dueTime"), "promiseMovedByAct");
        boolean undone = change.before().get("brokenAt") != null && change.changes("brokenAt");
        if (undone) throw Refusal.of(409, "promiseBroken");
    }

    private static void refuseChanged(RecordChange change, List<String> fields, String code) {
        for (String field : fields) {
            if (change.changes(field)) throw Refusal.field(field, code);
        }
    }

    private void requireSlip(RecordChange change) {
        boolean open = PromiseStatus.OPEN.equals(change.before().get("status"));
        boolean fresh = change.before().get("createdAt") instanceof Instant made
                && made.isAfter(clock.instant().minus(SLIP));
        boolean ahead = change.before().get("dueAt") instanceof Instant due && due.isAfter(clock.instant());
        if (!open || !fresh || !ahead) throw Refusal.of(422, "promiseStays");
    }

    @Override
    public void examine(RecordChange change) {
        if (change.reference("owner") == null) throw Refusal.field("owner", "notBlank");
        String time = change.text("dueTime");
        if (time != null && PromiseColumns.time(time) == null) throw Refusal.field("dueTime", "notATimeOfDay");
        boolean firm = change.reference("customer") != null || change.reference("contact") != null;
        boolean lead = change.reference("lead") != null;
        if (lead && firm) throw Refusal.field("lead", "leadOrCustomer");
        boolean told = change.kind() == Kind.CREATED || TO_WHOM.stream().anyMatch(change::changes);
        if (told && !lead && !firm) throw Refusal.field("customer", "promiseToWhom");
        boolean planned = change.changes("dueOn") || change.changes("dueTime");
        boolean open = change.text("status") == null || PromiseStatus.OPEN.equals(change.text("status"));
        if (planned && open) examineDue(change);
    }

    private void examineDue(RecordChange change) {
        if (!(change.after().get("dueOn") instanceof LocalDate day)) return;
        if (day.isAfter(LAST)) throw Refusal.field("dueOn", "farAhead");
        boolean ahead = PromiseColumns.due(change).over().isAfter(clock.instant());
        if (!ahead) throw Refusal.field("dueOn", "promiseDuePassed");
    }

    private @Nullable UUID employer(UUID contact) {
        try {
            var found = finding.find(catalogues.getObject().of("contact"), contact);
            return (UUID) found.values().get("customer");
        } catch (Refusal outOfReach) {
            return null;
        }
    }

    /** Who works for a customer is promised something as its person. */
    @Override
    public Map<String, @Nullable Object> derive(RecordChange change) {
        if (change.kind() != Kind.CREATED && change.kind() != Kind.CHANGED) return Map.of();
        var derived = columns.of(change);
        UUID contact = change.reference("contact");
        if (contact != null && change.reference("customer") == null) derived.put("customer_id", employer(contact));
        return derived;
    }

    /**
     * Two that are open, to the same, are perhaps one that was written twice; the earlier one stays. What ended is one of its
     * own.
     */
    @Override
    public void merging(UUID survivor, List<UUID> others, MergeNotes notes) {
        List<UUID> all = new ArrayList<>(others);
        all.add(survivor);
        if (sql.anyEnded(all) || sql.anyOther(survivor, others)) throw Refusal.of(422, "promiseNotMerged");
    }

    @Override
    public Map<UUID, Refusal> staying(Collection<UUID> records) {
        return sql.staying(records, clock.instant().minus(SLIP)).stream()
                .collect(Collectors.toMap(id -> id, id -> Refusal.of(422, "promiseStays")));
    }
}
