package io.chaoxi.promise;

import io.chaoxi.platform.record.HistorySql;
import io.chaoxi.platform.record.RecordsChanged;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.promise.PromiseSql.Passed;
import io.chaoxi.promise.PromisesBroken.Broken;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A promise breaks by its time passing. It is written down once, by whoever comes first behind that moment, and told then. */
@Component
class Breaking {
    static final Duration APOLOGY_WITHIN = Duration.ofHours(24);

    private final PromiseSql sql;
    private final HistorySql history;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Breaking(PromiseSql sql, HistorySql history, Clock clock, ApplicationEventPublisher events) {
        this.sql = sql;
        this.history = history;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Some of those whose time has passed, the longest first; two at once share them. Whoever has one of them in hand this
     * moment writes it down himself, or leaves it to the next round.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int piece(int most) {
        List<Passed> passed = sql.passed(most);
        if (passed.isEmpty()) return 0;
        var ids = passed.stream().map(Passed::id).toList();
        sql.breakThem(ids, apologyDue());
        var change = Map.<String, @Nullable Object>of(
                "field", "status", "from", PromiseStatus.OPEN, "to", PromiseStatus.BROKEN);
        history.add(
                "promise",
                ids.stream()
                        .map(id -> new HistorySql.Line(id, "broken", List.of(change)))
                        .toList(),
                null);
        var actor = Acting.current();
        events.publishEvent(new RecordsChanged(actor.tenant(), "promise", ids, "broken", null, actor.person(), null));
        announce(passed);
        return passed.size();
    }

    private Instant apologyDue() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS).plus(APOLOGY_WITHIN);
    }

    /** What an act writes besides that comes behind the moment but before the round; nothing where that does not hold. */
    Map<String, @Nullable Object> late(Ledger.Entry entry) {
        if (!entry.passed(clock.instant())) return Map.of();
        return Map.of(
                "brokenAt", entry.dueAt(),
                "countsFor", entry.answerable(),
                "apologyDueAt", apologyDue());
    }

    /** To be called when that is written. */
    void told(UUID promise) {
        announce(Optional.ofNullable(sql.told(promise)).stream().toList());
    }

    private void announce(List<Passed> passed) {
        var broken = passed.stream().flatMap(one -> Broken.of(one).stream()).toList();
        if (!broken.isEmpty()) {
            events.publishEvent(new PromisesBroken(Acting.current().tenant(), broken));
        }
    }
}
