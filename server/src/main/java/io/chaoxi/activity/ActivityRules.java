package io.chaoxi.activity;

import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.Catalogue;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.ChoiceItem;
import io.chaoxi.platform.record.Choices;
import io.chaoxi.platform.record.RecordChange;
import io.chaoxi.platform.record.RecordChange.Kind;
import io.chaoxi.platform.record.RecordFinding;
import io.chaoxi.platform.record.RecordRules;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.text.SearchTokens;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What is special about an activity: it lies in the past, is with somebody of its customer or with a lead, touches
 * it, and plans the next follow-up for whoever may write that there.
 */
@Component
class ActivityRules implements RecordRules {
    /** A telephone's clock may be that much ahead of ours. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    /** What lies before is a slip of the hand, or the first day of a spreadsheet's calendar. */
    private static final Instant EARLIEST = Instant.parse("1980-01-01T00:00:00Z");

    private static final int LONGEST_TITLE = 80;

    private final Touching touching;
    private final RecordFinding finding;
    private final ObjectProvider<Catalogues> catalogues;
    private final Choices choices;
    private final Clock clock;

    ActivityRules(
            Touching touching,
            RecordFinding finding,
            ObjectProvider<Catalogues> catalogues,
            Choices choices,
            Clock clock) {
        this.touching = touching;
        this.finding = finding;
        this.catalogues = catalogues;
        this.choices = choices;
        this.clock = clock;
    }

    @Override
    public void check(RecordChange change) {
        if (change.kind() == Kind.DELETED || change.kind() == Kind.RESTORED) return;
        examine(change);
        UUID contact = change.reference("contact");
        boolean moves = change.changes("contact") || change.changes("customer");
        if (contact != null && moves) checkContact(contact, Touching.customer(change));
        With with = Touching.customer(change) == null ? With.LEAD : With.CUSTOMER;
        checkKept(with, Objects.requireNonNull(change.reference(with.object())), change);
    }

    private void checkContact(UUID contact, @Nullable UUID customer) {
        if (customer == null) throw Refusal.field("contact", "contactWithoutCustomer");
        if (!customer.equals(employer(contact))) throw Refusal.field("contact", "contactOfAnother");
    }

    /** When it was and what was agreed on stand on the customer or lead too: whoever changes that must still reach it. */
    private void checkKept(With with, UUID record, RecordChange change) {
        Catalogue catalogue = catalogues.getObject().of(with.object());
        boolean later = change.kind() == Kind.CHANGED;
        boolean other = change.changes(with.object());
        boolean moved = later && (change.changes("at") || change.changes("nextFollowUp"));
        if (moved && !finding.reaches(catalogue, record)) throw Refusal.field(with.object(), "unknownReference");
        boolean ended = with == With.LEAD
                && other
                && finding.find(catalogue, record).values().get("convertedAt") != null;
        if (ended) throw Refusal.field(with.object(), "leadConverted");
        boolean plans = change.changes("nextFollowUp") || other;
        boolean emptied = later && change.changes("nextFollowUp");
        if (plans && (emptied || Touching.next(change) != null)) checkPlan(catalogue, record);
    }

    /** The date is written on the customer or lead, so it takes the right to write there. */
    private void checkPlan(Catalogue catalogue, UUID record) {
        var field = catalogue.type().field("nextFollowUp").orElseThrow();
        if (!catalogue.actor().may(catalogue.type().object() + ".update") || !catalogue.writable(field)) {
            throw Refusal.field("nextFollowUp", "fieldNotWritable");
        }
        finding.findToWrite(catalogue, record);
    }

    @Override
    public void examine(RecordChange change) {
        examineWith(change);
        if (change.text("content") == null && change.text("outcome") == null) {
            throw Refusal.field("content", "contentOrOutcome");
        }
        Instant at = touching.at(change);
        if (change.changes("at") && at.isAfter(clock.instant().plus(AHEAD))) throw Refusal.field("at", "inFuture");
        if (change.changes("at") && at.isBefore(EARLIEST)) throw Refusal.field("at", "longAgo");
        boolean plans = change.changes("nextFollowUp") || change.changes("at");
        LocalDate next = Touching.next(change);
        if (plans && next != null && next.isBefore(Touching.day(at))) {
            throw Refusal.field("nextFollowUp", "beforeActivity");
        }
    }

    /** Both stand only where the lead became the customer, which nobody writes by hand. */
    private static void examineWith(RecordChange change) {
        boolean customer = Touching.customer(change) != null;
        boolean lead = change.reference("lead") != null;
        if (!customer && !lead) throw Refusal.field("customer", "withCustomerOrLead");
        boolean joined = change.changes("lead") || change.before().get("customer") == null;
        if (customer && lead && joined) throw Refusal.field("lead", "withCustomerOrLead");
    }

    private @Nullable UUID employer(UUID contact) {
        try {
            var found = finding.find(catalogues.getObject().of("contact"), contact);
            return (UUID) found.values().get("customer");
        } catch (Refusal outOfReach) {
            return null;
        }
    }

    @Override
    public Map<String, @Nullable Object> derive(RecordChange change) {
        var columns = new HashMap<String, @Nullable Object>();
        if (change.kind() != Kind.CREATED && change.kind() != Kind.CHANGED) return columns;
        String title = title(change);
        columns.put("at", touching.at(change));
        columns.put("title", title);
        columns.put("search", SearchTokens.ofName(Acting.current().tenant(), title));
        return columns;
    }

    /** The first line of what was said, or how it went. */
    private String title(RecordChange change) {
        String said = Objects.requireNonNullElse(change.text("content"), "").strip();
        String line = said.lines().findFirst().orElse("").strip();
        if (line.isEmpty()) line = label("activityOutcome", String.valueOf(change.text("outcome")));
        int end = line.offsetByCodePoints(0, Math.min(LONGEST_TITLE, line.codePointCount(0, line.length())));
        return line.substring(0, end);
    }

    private String label(String dictionary, String id) {
        ChoiceItem item = choices.items(dictionary).get(id);
        return item == null ? id : item.label().in(Acting.current().locale());
    }

    @Override
    public void written(RecordChange change) {
        if (change.kind() == Kind.CREATED || change.kind() == Kind.CHANGED) writtenAll(List.of(change));
    }

    @Override
    public void writtenAll(List<RecordChange> changes) {
        touching.written(changes);
    }

    @Override
    public void moved(Kind kind, List<UUID> records) {
        touching.moved(kind, records);
    }
}
