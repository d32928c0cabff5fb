package io.chaoxi.activity;

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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells whoever keeps customers what was done with them, once for however many activities are written together. */
@Component
class Touching {
    private final ActivitySql sql;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Touching(ActivitySql sql, ApplicationEventPublisher events, Clock clock) {
        this.sql = sql;
        this.events = events;
        this.clock = clock;
    }

    /** New or changed ones. Of several with one customer the latest says what comes next. */
    void written(List<RecordChange> changes) {
        var steps = new HashMap<UUID, Step>();
        for (RecordChange change : changes) {
            if (change.before().get("customer") instanceof UUID former) {
                steps.merge(former, left(change), Touching::later);
            }
            steps.merge(customer(change), step(change), Touching::later);
        }
        announce(steps);
    }

    private static Step left(RecordChange change) {
        return new Step(null, null, null, (LocalDate) change.before().get("nextFollowUp"));
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
        sql.dates(activities).forEach((customer, date) -> {
            LocalDate gone = kind == Kind.DELETED ? date.orElse(null) : null;
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
