package io.chaoxi.visit;

import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.RecordChange;
import io.chaoxi.platform.record.RecordChange.Kind;
import io.chaoxi.platform.record.RecordFinding;
import io.chaoxi.platform.record.RecordRules;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What is special about a visit: somebody goes to one customer, on a day that can be; statuses that only acts reach. Once it
 * has begun, who went where and when it was planned stands.
 */
@Component
class VisitRules implements RecordRules {
    private static final LocalDate EARLIEST = LocalDate.of(1980, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);
    private static final List<String> PLAN =
            List.of("customer", "contact", "plannedOn", "fromTime", "toTime", "manner", "owner");

    private final RecordFinding finding;
    private final ObjectProvider<Catalogues> catalogues;
    private final VisitColumns columns;

    VisitRules(RecordFinding finding, ObjectProvider<Catalogues> catalogues, VisitColumns columns) {
        this.finding = finding;
        this.catalogues = catalogues;
        this.columns = columns;
    }

    @Override
    public void check(RecordChange change) {
        if (change.kind() == Kind.DELETED || change.kind() == Kind.RESTORED) return;
        examine(change);
        UUID contact = change.reference("contact");
        boolean moves = change.changes("contact") || change.changes("customer");
        if (contact != null && moves && !contactOf(change.reference("customer"), contact)) {
            throw Refusal.field("contact", "contactOfAnother");
        }
    }

    @Override
    public void examine(RecordChange change) {
        if (change.reference("owner") == null) throw Refusal.field("owner", "notBlank");
        if (change.after().get("plannedOn") instanceof LocalDate day && change.changes("plannedOn")) {
            if (day.isBefore(EARLIEST)) throw Refusal.field("plannedOn", "longAgo");
            if (day.isAfter(LATEST)) throw Refusal.field("plannedOn", "farAhead");
        }
        examineTimes(change);
        Object before = change.before().get("status");
        if (change.kind() != Kind.CHANGED || VisitStatus.PLANNED.equals(before)) return;
        for (String field : PLAN) {
            if (change.changes(field)) throw Refusal.field(field, "visitBegun");
        }
    }

    private static void examineTimes(RecordChange change) {
        LocalTime from = time(change, "fromTime");
        LocalTime until = time(change, "toTime");
        if (until == null) return;
        if (from == null) throw Refusal.field("fromTime", "fromTimeNeeded");
        if (!until.isAfter(from)) throw Refusal.field("toTime", "untilBeforeFrom");
    }

    private static @Nullable LocalTime time(RecordChange change, String field) {
        String text = change.text(field);
        if (text == null) return null;
        return Appointment.time(text).orElseThrow(() -> Refusal.field(field, "notATimeOfDay"));
    }

    private boolean contactOf(@Nullable UUID customer, UUID contact) {
        try {
            var found = finding.find(catalogues.getObject().of("contact"), contact);
            return customer != null && customer.equals(found.values().get("customer"));
        } catch (Refusal outOfReach) {
            return false;
        }
    }

    @Override
    public Map<String, @Nullable Object> derive(RecordChange change) {
        return change.kind() == Kind.CREATED || change.kind() == Kind.CHANGED ? columns.of(change) : Map.of();
    }
}
