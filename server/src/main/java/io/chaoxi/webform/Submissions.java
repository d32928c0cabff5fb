package io.chaoxi.webform;

import io.chaoxi.platform.problem.FieldError;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.Duplicates;
import io.chaoxi.platform.record.RecordWriting;
import io.chaoxi.platform.record.Writing;
import io.chaoxi.webform.AskedFields.Question;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes what strangers send: read → decide → one lead → announce. Whether the firm knows the sender already changes
 * nothing that he is told; whoever works on the lead sees whom it looks like.
 */
@Service
class Submissions {
    private static final Logger LOG = LoggerFactory.getLogger(Submissions.class);

    private final Reading reading;
    private final Owners owners;
    private final SubmissionSql sql;
    private final AskedFields fields;
    private final Catalogues catalogues;
    private final RecordWriting writing;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Submissions(
            Reading reading,
            Owners owners,
            SubmissionSql sql,
            AskedFields fields,
            Catalogues catalogues,
            RecordWriting writing,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.reading = reading;
        this.owners = owners;
        this.sql = sql;
        this.fields = fields;
        this.catalogues = catalogues;
        this.writing = writing;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** What became of it, as far as the sender is told. */
    sealed interface Outcome {
        /** Thanks; also for what was kept out and what came a second time. */
        record Thanked() implements Outcome {}

        /** To be sent once more, with the sentence of this code; {@code anew}: by a new page. */
        record Again(String code, boolean anew) implements Outcome {}

        record Wrong(List<FieldError> errors) implements Outcome {}
    }

    Outcome submit(OpenForm open, Sent sent) {
        var now = clock.instant();
        return PageToken.read(sent.token(), open.secret())
                .filter(page -> !page.over(now))
                .filter(page -> page.consentVersion() == open.form().consentVersion())
                .map(page -> open.as(() -> decided(open, page, sent)))
                .orElseGet(() -> new Outcome.Again("webFormPageOver", true));
    }

    private Outcome decided(OpenForm open, PageToken page, Sent sent) {
        if (sent.trapped()) {
            transaction.executeWithoutResult(status -> sql.keepOut(open.form().id()));
            return new Outcome.Thanked();
        }
        if (page.tooQuick(clock.instant())) return new Outcome.Again("webFormTooQuick", false);
        return taken(open, page, sent);
    }

    private Outcome taken(OpenForm open, PageToken page, Sent sent) {
        try {
            var values = transaction.execute(status -> reading.of(open, sent));
            return transaction.execute(status -> {
                Outcome made = made(open, page, values);
                if (made == null) status.setRollbackOnly();
                return made == null ? new Outcome.Thanked() : made;
            });
        } catch (Refusal refusal) {
            if (refusal.status() >= 500) throw refusal;
            return refused(open, refusal);
        }
    }

    /** Null for what this page brought already: everything is to be taken back then. */
    private @Nullable Outcome made(OpenForm open, PageToken page, Map<String, @Nullable Object> values) {
        WebForm form = open.form();
        if (sql.known(form.id(), page.nonce())) return null;
        if (!sql.take(form.id(), form.draft().mostADay())) return new Outcome.Again("webFormFull", false);
        UUID owner = owners.next(form);
        UUID lead = writing.create(
                catalogues.of("lead"), lead(form, values, owner), new Writing("submitted", null, Duplicates.COMPARED));
        if (!sql.note(form, page, lead)) return null;
        var told = new ArrayList<>(form.draft().told());
        if (owner != null && !told.contains(owner)) told.add(owner);
        events.publishEvent(
                new LeadSubmitted(open.actor().tenant(), form.draft().name(), lead, List.copyOf(told)));
        return new Outcome.Thanked();
    }

    private Map<String, @Nullable Object> lead(
            WebForm form, Map<String, @Nullable Object> values, @Nullable UUID owner) {
        var lead = new HashMap<String, @Nullable Object>(values);
        lead.putIfAbsent("name", values.get("contactName"));
        String source = form.draft().source();
        if (source != null && fields.source(source).isPresent()) lead.put("source", source);
        if (form.draft().campaign() != null) lead.put("campaign", form.draft().campaign());
        if (owner != null) lead.put("owner", owner);
        return lead;
    }

    /** What the sender can mend is told; what keeps every lead from being made is the firm's, and stands in the log. */
    private static Outcome refused(OpenForm open, Refusal refusal) {
        var mine = open.questions().stream()
                .map(Question::field)
                .map(field -> field.name())
                .toList();
        var errors = refusal.errors().stream()
                .filter(error -> mine.contains(error.field()) || Sent.AGREED.equals(error.field()))
                .toList();
        if (!errors.isEmpty()) return new Outcome.Wrong(errors);
        LOG.warn(
                "A form of firm {} takes nothing: {} {}",
                open.actor().tenant(),
                refusal.code(),
                refusal.errors().stream().map(FieldError::field).toList());
        return new Outcome.Again("webFormNotTaken", false);
    }
}
