package io.chaoxi.activity;

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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells whoever keeps customers what was done with them, once for however many activities are written together. */
@Component
class Touching {
    /** What of an activity its customer keeps. */
    private static final List<String> FIELDS = List.of("customer", "at", "kind", "nextFollowUp");

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
        var steps = new HashMap<UUID, Step>();
        for (RecordChange change : changes) {
            if (FIELDS.stream().noneMatch(change::changes)) continue;
            former(change).ifPresent(former -> steps.merge(former, left(change, former), Touching::later));
            steps.merge(customer(change), step(change), Touching::later);
        }
        announce(steps);
    }

    /** The customer with which it was not done after all. */
    private static Optional<UUID> former(RecordChange change) {
        return change.changes("customer")
                ? Optional.ofNullable((UUID) change.before().get("customer"))
                : Optional.empty();
    }

    private Step left(RecordChange change, UUID former) {
        boolean his = worksOn(List.of(former)).contains(former);
        return his ? new Step(null, null, null, (LocalDate) change.before().get("nextFollowUp")) : Step.NONE;
    }

    /** Who wrote of a customer that has passed into other hands since does not change what was agreed on with it there. */
    private Set<UUID> worksOn(Collection<UUID> customers) {
        var actor = Acting.current();
        var type = catalogues.getObject().of("customer").type();
        var his = new HashSet<UUID>();
        audience.of(type, customers).forEach((customer, ownership) -> {
            if (RecordAudience.works(actor, type, ownership)) his.add(customer);
        });
        return his;
    }

    private Step step(RecordChange change) {
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
        var steps = new HashMap<UUID, Step>();
        var dates = sql.dates(activities);
        var his = worksOn(dates.keySet());
        dates.forEach((customer, date) -> {
            LocalDate gone = kind == Kind.DELETED && his.contains(customer) ? date.orElse(null) : null;
            steps.put(customer, new Step(null, null, null, gone));
        });
        announce(steps);
    }

    @EventListener
    void on(RecordsSettled settled) {
        if (settled.object().equals("customer")) again(settled.ids());
    }

    void again(Collection<UUID> customers) {
        events.publishEvent(Touched.again("customer", customers, () -> sql.touches(customers)));
    }

    private void announce(Map<UUID, Step> steps) {
        events.publishEvent(new Touched("customer", steps, () -> sql.touches(steps.keySet())));
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

    static UUID customer(RecordChange change) {
        return Objects.requireNonNull(change.reference("customer"));
    }
}
