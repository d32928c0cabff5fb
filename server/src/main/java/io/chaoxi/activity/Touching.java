package io.chaoxi.activity;

import io.chaoxi.lead.LeadConverted;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.RecordAudience;
import io.chaoxi.platform.record.RecordChange;
import io.chaoxi.platform.record.RecordChange.Kind;
import io.chaoxi.platform.record.RecordsSettled;
import io.chaoxi.platform.record.Touched;
import io.chaoxi.platform.record.Touched.Step;
import io.chaoxi.platform.rights.Acting;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells whoever keeps customers and leads what was done with them, once for however many activities are written together. */
@Component
class Touching {
    /** What of an activity is kept of whom it was with. */
    private static final List<String> FIELDS = List.of("at", "kind", "nextFollowUp");

    private final ActivitySql sql;
    private final ObjectProvider<Catalogues> catalogues;
    private final RecordAudience audience;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Touching(
            ActivitySql sql,
            ObjectProvider<Catalogues> catalogues,
            RecordAudience audience,
            ApplicationEventPublisher events,
            Clock clock) {
        this.sql = sql;
        this.catalogues = catalogues;
        this.audience = audience;
        this.events = events;
        this.clock = clock;
    }

    /** New or changed ones. Of several with one customer the latest says what comes next. */
    void written(List<RecordChange> changes) {
        for (With with : With.KEEPING) announce(with, steps(with, changes));
    }

    private Map<UUID, Step> steps(With with, List<RecordChange> changes) {
        var steps = new HashMap<UUID, Step>();
        for (RecordChange change : changes) {
            boolean other = change.changes(with.object());
            if (!other && FIELDS.stream().noneMatch(change::changes)) continue;
            var former = other ? (UUID) change.before().get(with.object()) : null;
            if (former != null) steps.merge(former, left(with, change, former), Touching::later);
            UUID record = change.reference(with.object());
            if (record != null) steps.merge(record, step(with, change), Touching::later);
        }
        return steps;
    }

    /** With whom it was not done after all. */
    private Step left(With with, RecordChange change, UUID former) {
        boolean his = worksOn(with, List.of(former)).contains(former);
        return his ? new Step(null, null, null, (LocalDate) change.before().get("nextFollowUp")) : Step.NONE;
    }

    /** Who wrote of a customer that has passed into other hands since does not change what was agreed on with it there. */
    private Set<UUID> worksOn(With with, Collection<UUID> records) {
        var actor = Acting.current();
        var type = catalogues.getObject().of(with.object()).type();
        var his = new HashSet<UUID>();
        audience.of(type, records).forEach((record, ownership) -> {
            if (RecordAudience.works(actor, type, ownership)) his.add(record);
        });
        return his;
    }

    /** A lead that became a customer is only counted: what comes next is agreed on with the customer. */
    private Step step(With with, RecordChange change) {
        if (with == With.LEAD && customer(change) != null) return Step.NONE;
        Instant at = at(change);
        LocalDate done = change.kind() == Kind.CREATED ? day(at) : null;
        return new Step(at, done, next(change), (LocalDate) change.before().get("nextFollowUp"));
    }

    private static Step later(Step one, Step other) {
        return Comparator.nullsFirst(Comparator.<Instant>naturalOrder()).compare(one.at(), other.at()) > 0
                ? one
                : other;
    }

    /** Those that went to the recycle bin, or came back; the dates that they named go with them. */
    void moved(Kind kind, List<UUID> activities) {
        for (With with : With.KEEPING) {
            var steps = new HashMap<UUID, Step>();
            var dates = sql.dates(with, activities);
            var his = worksOn(with, dates.keySet());
            dates.forEach((record, date) -> {
                LocalDate gone = kind == Kind.DELETED && his.contains(record) ? date.orElse(null) : null;
                steps.put(record, new Step(null, null, null, gone));
            });
            announce(with, steps);
        }
    }

    @EventListener
    void on(RecordsSettled settled) {
        With.of(settled.object()).filter(With.KEEPING::contains).ifPresent(with -> again(with, settled.ids()));
    }

    /** Whoever has the customer reads what was done before it was one. */
    @EventListener
    void on(LeadConverted converted) {
        if (sql.handOver(converted.lead(), converted.customer(), converted.contact())) {
            again(With.CUSTOMER, List.of(converted.customer()));
        }
    }

    void again(With with, Collection<UUID> records) {
        var there = records.stream().filter(Objects::nonNull).collect(Collectors.toSet());
        events.publishEvent(Touched.again(with.object(), there, () -> sql.touches(with, there)));
    }

    private void announce(With with, Map<UUID, Step> steps) {
        if (steps.isEmpty()) return;
        events.publishEvent(new Touched(with.object(), steps, () -> sql.touches(with, steps.keySet())));
    }

    Instant at(RecordChange change) {
        Instant at = (Instant) change.after().get("at");
        return (at == null ? clock.instant() : at).truncatedTo(ChronoUnit.MILLIS);
    }

    static @Nullable LocalDate next(RecordChange change) {
        return (LocalDate) change.after().get("nextFollowUp");
    }

    static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, Acting.current().zone());
    }

    static @Nullable UUID customer(RecordChange change) {
        return change.reference(With.CUSTOMER.object());
    }
}
