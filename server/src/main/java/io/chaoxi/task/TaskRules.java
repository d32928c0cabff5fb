package io.chaoxi.task;

import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.RecordChange;
import io.chaoxi.platform.record.RecordChange.Kind;
import io.chaoxi.platform.record.RecordFinding;
import io.chaoxi.platform.record.RecordRules;
import io.chaoxi.workday.Due;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What is special about a task: somebody is to do it, about one customer or lead or none; dates that can be; statuses that
 * only acts reach. A lead that became a customer takes no new ones.
 */
@Component
class TaskRules implements RecordRules {
    private static final LocalDate EARLIEST = LocalDate.of(1980, 1, 1);
    private static final List<String> DATES = List.of("dueOn", "repeatFrom", "repeatUntil");
    private static final List<String> OF_SERIES = List.of("repeatEvery", "repeatFrom", "repeatUntil");

    private final RecordFinding finding;
    private final ObjectProvider<Catalogues> catalogues;
    private final TaskSql sql;
    private final TaskColumns columns;

    TaskRules(RecordFinding finding, ObjectProvider<Catalogues> catalogues, TaskSql sql, TaskColumns columns) {
        this.finding = finding;
        this.catalogues = catalogues;
        this.sql = sql;
        this.columns = columns;
    }

    @Override
    public void check(RecordChange change) {
        if (change.kind() == Kind.DELETED) return;
        if (change.kind() == Kind.RESTORED) {
            if (sql.goesOnWithout(change.id())) throw Refusal.of(409, "seriesGoesOn");
            if (sql.cadenceGoesOnWithout(change.id())) throw Refusal.of(409, "cadenceGoesOn");
            return;
        }
        examine(change);
        if (change.before().get("cadence") != null) checkOfCadence(change);
        UUID contact = change.reference("contact");
        UUID customer = change.reference("customer");
        boolean moves = change.changes("contact") || change.changes("customer");
        if (contact != null && customer != null && moves && !customer.equals(employer(contact))) {
            throw Refusal.field("contact", "contactOfAnother");
        }
        UUID lead = change.reference("lead");
        if (lead != null && change.changes("lead") && sql.converted(lead)) throw Refusal.field("lead", "leadConverted");
    }

    /** The rhythm says about whom it is and when the next one comes. */
    private static void checkOfCadence(RecordChange change) {
        for (String field : List.of("customer", "lead", "repeatUnit")) {
            if (change.changes(field)) throw Refusal.field(field, "cadenceDecides");
        }
    }

    @Override
    public void examine(RecordChange change) {
        if (change.reference("owner") == null) throw Refusal.field("owner", "notBlank");
        String time = change.text("dueTime");
        if (time != null && Due.time(time).isEmpty()) throw Refusal.field("dueTime", "notATimeOfDay");
        DATES.forEach(field -> examineDate(change, field));
        boolean firm = change.reference("customer") != null || change.reference("contact") != null;
        if (change.reference("lead") != null && firm) throw Refusal.field("lead", "leadOrCustomer");
        boolean done = TaskStatus.DONE.equals(change.text("status"));
        if (done != (change.after().get("doneAt") != null)) throw Refusal.field("status", "taskStatusByAction");
        examineSeries(change);
    }

    private static void examineDate(RecordChange change, String field) {
        if (!change.changes(field) || !(change.after().get(field) instanceof LocalDate date)) return;
        if (date.isBefore(EARLIEST)) throw Refusal.field(field, "longAgo");
        if (date.isAfter(Rhythm.LAST)) throw Refusal.field(field, "farAhead");
    }

    private static void examineSeries(RecordChange change) {
        if (change.text("repeatUnit") == null) {
            for (String field : OF_SERIES) {
                boolean given = change.changes(field) && change.after().get(field) != null;
                if (given) throw Refusal.field("repeatUnit", "repeatNeedsUnit");
            }
            return;
        }
        boolean told = change.changes("repeatUntil") || change.changes("dueOn");
        if (told
                && change.after().get("repeatUntil") instanceof LocalDate until
                && change.after().get("dueOn") instanceof LocalDate due
                && until.isBefore(due)) {
            throw Refusal.field("repeatUntil", "untilBeforeDue");
        }
    }

    private @Nullable UUID employer(UUID contact) {
        try {
            var found = finding.find(catalogues.getObject().of("contact"), contact);
            return (UUID) found.values().get("customer");
        } catch (Refusal outOfReach) {
            return null;
        }
    }

    /** Who works for a customer makes it one about that customer. */
    @Override
    public Map<String, @Nullable Object> derive(RecordChange change) {
        if (change.kind() != Kind.CREATED && change.kind() != Kind.CHANGED) return Map.of();
        var derived = columns.of(change);
        UUID contact = change.reference("contact");
        if (contact != null && change.reference("customer") == null) derived.put("customer_id", employer(contact));
        return derived;
    }
}
