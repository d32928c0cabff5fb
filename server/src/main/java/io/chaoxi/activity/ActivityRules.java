package io.chaoxi.activity;

import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.ChoiceItem;
import io.chaoxi.platform.record.Choices;
import io.chaoxi.platform.record.RecordChange;
import io.chaoxi.platform.record.RecordChange.Kind;
import io.chaoxi.platform.record.RecordFinding;
import io.chaoxi.platform.record.RecordRules;
import io.chaoxi.platform.record.RecordsSettled;
import io.chaoxi.platform.record.Touched;
import io.chaoxi.platform.rights.Acting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What is special about an activity: it lies in the past, is with somebody of its customer, and touches the customer. */
@Component
class ActivityRules implements RecordRules {
    /** A telephone's clock may be that much ahead of ours. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private static final int LONGEST_TITLE = 80;

    private final ActivitySql sql;
    private final RecordFinding finding;
    private final ObjectProvider<Catalogues> catalogues;
    private final Choices choices;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ActivityRules(
            ActivitySql sql,
            RecordFinding finding,
            ObjectProvider<Catalogues> catalogues,
            Choices choices,
            ApplicationEventPublisher events,
            Clock clock) {
        this.sql = sql;
        this.finding = finding;
        this.catalogues = catalogues;
        this.choices = choices;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public void check(RecordChange change) {
        if (change.kind() == Kind.DELETED || change.kind() == Kind.RESTORED) return;
        examine(change);
        UUID contact = change.reference("contact");
        boolean moves = change.changes("contact") || change.changes("customer");
        if (contact != null && moves && !customer(change).equals(employer(contact))) {
            throw Refusal.field("contact", "contactOfAnother");
        }
    }

    @Override
    public void examine(RecordChange change) {
        if (change.text("content") == null && change.text("outcome") == null) {
            throw Refusal.field("content", "contentOrOutcome");
        }
        if (change.changes("at") && at(change).isAfter(clock.instant().plus(AHEAD))) {
            throw Refusal.field("at", "inFuture");
        }
        boolean planned = change.changes("nextFollowUp") || change.changes("at");
        LocalDate next = next(change);
        if (planned && next != null && next.isBefore(day(at(change))))
            throw Refusal.field("nextFollowUp", "beforeActivity");
    }

    private @Nullable UUID employer(UUID contact) {
        var found = finding.find(catalogues.getObject().of("contact"), contact);
        return (UUID) found.values().get("customer");
    }

    @Override
    public Map<String, @Nullable Object> derive(RecordChange change) {
        var columns = new HashMap<String, @Nullable Object>();
        if (change.kind() != Kind.CREATED && change.kind() != Kind.CHANGED) return columns;
        String title = title(change);
        columns.put("at", at(change));
        columns.put("title", title);
        columns.put("search", ActivityTraces.tokens(title));
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
        Set<UUID> customers = new LinkedHashSet<>(List.of(customer(change)));
        if (change.before().get("customer") instanceof UUID former) customers.add(former);
        boolean isNew = change.kind() == Kind.CREATED;
        touched(customers, isNew ? new Touched.Step(day(at(change)), next(change)) : null);
    }

    @Override
    public void moved(Kind kind, List<UUID> records) {
        touched(sql.customersOf(records), null);
    }

    @EventListener
    void on(RecordsSettled settled) {
        if (settled.object().equals("customer")) touched(settled.ids(), null);
    }

    private void touched(Collection<UUID> customers, Touched.@Nullable Step step) {
        events.publishEvent(new Touched("customer", customers, step, () -> sql.touches(customers)));
    }

    private Instant at(RecordChange change) {
        Instant at = (Instant) change.after().get("at");
        return (at == null ? clock.instant() : at).truncatedTo(ChronoUnit.MILLIS);
    }

    private static @Nullable LocalDate next(RecordChange change) {
        return (LocalDate) change.after().get("nextFollowUp");
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, Acting.current().zone());
    }

    private static UUID customer(RecordChange change) {
        return Objects.requireNonNull(change.reference("customer"));
    }
}
