package io.chaoxi.visit;

import io.chaoxi.platform.problem.FieldError;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.Catalogue;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.RecordFinding;
import io.chaoxi.platform.record.RecordReading.Found;
import io.chaoxi.platform.record.RecordWriting;
import io.chaoxi.platform.record.Writing;
import io.chaoxi.visit.form.Answers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What ending a visit takes and leaves behind: every required question is answered, whom one met works for the customer, and
 * an activity touches it. Who does not reach the customer any more ends his visit all the same; there it is no touch of his.
 */
@Component
class CheckOut {
    private static final int LONGEST_MINUTES = 1_440;

    private final Catalogues catalogues;
    private final RecordFinding finding;
    private final RecordWriting writing;
    private final Answers answers;
    private final VisitSql sql;

    CheckOut(Catalogues catalogues, RecordFinding finding, RecordWriting writing, Answers answers, VisitSql sql) {
        this.catalogues = catalogues;
        this.finding = finding;
        this.writing = writing;
        this.answers = answers;
        this.sql = sql;
    }

    /** 422 with every question that is yet to be answered. */
    Map<String, @Nullable Object> patch(Catalogue visits, Found visit, Instant at, Outcome outcome) {
        if (at.isBefore(began(visit))) throw Refusal.field("at", "beforeCheckIn");
        var missing = answers.missing(visit.id(), (String) visit.values().get("manner")).stream()
                .map(question -> new FieldError("answers", "answerMissing", Map.of("question", question.text())))
                .toList();
        if (!missing.isEmpty()) throw Refusal.fields(missing);
        var patch = new HashMap<String, @Nullable Object>();
        patch.put("status", VisitStatus.DONE);
        patch.put("checkedOutAt", at);
        if (outcome.result() != null) {
            boolean writable = visits.visible("result").filter(visits::writable).isPresent();
            if (!writable) throw Refusal.field("result", "fieldNotWritable");
            patch.put("result", outcome.result());
        }
        return patch;
    }

    private static Instant began(Found visit) {
        return (Instant) Objects.requireNonNull(visit.values().get("checkedInAt"));
    }

    /** Notes whom one met and writes the activity; its id, or null where the customer is out of reach. */
    @Nullable
    UUID touch(Found visit, Instant at, Outcome outcome) {
        var customer = (UUID) Objects.requireNonNull(visit.values().get("customer"));
        if (!finding.reaches(catalogues.of("customer"), customer)) return null;
        var working = sql.working(customer, outcome.contacts());
        if (working.size() < outcome.contacts().size()) throw Refusal.field("contacts", "contactOfAnother");
        sql.met(visit.id(), outcome.contacts());
        return writing.create(catalogues.of("activity"), activity(visit, customer, at, outcome), Writing.BY_HAND);
    }

    private static Map<String, @Nullable Object> activity(Found visit, UUID customer, Instant at, Outcome outcome) {
        Instant began = began(visit);
        long minutes = Duration.between(began, at).toMinutes();
        Object result = outcome.result() == null ? visit.values().get("result") : outcome.result();
        var values = new HashMap<String, @Nullable Object>();
        values.put("customer", customer);
        values.put("kind", "visit");
        values.put("content", result == null ? visit.values().get("goal") : result);
        values.put("at", began);
        if (minutes <= LONGEST_MINUTES) values.put("minutes", (int) minutes);
        values.put("contact", outcome.contacts().stream().findFirst().orElse(null));
        values.put("nextFollowUp", outcome.nextFollowUp());
        return values;
    }
}
