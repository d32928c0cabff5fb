package io.chaoxi.privacy;

import io.chaoxi.identity.confirm.Confirmations;
import io.chaoxi.identity.confirm.Sensitive;
import io.chaoxi.platform.job.Jobs;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.Catalogue;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.UntouchedPeople;
import io.chaoxi.platform.record.UntouchedPeople.Asked;
import io.chaoxi.platform.record.UntouchedPeople.Untouched;
import io.chaoxi.platform.rights.AccessLog;
import io.chaoxi.platform.trace.Traced;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How long people are kept. Who is over it is listed first and erased only when somebody says so, now or once for every
 * day; who is held stays. A run takes five hundred people at most.
 */
@Service
class Retention {
    static final int MOST = 500;
    private static final int COUNTED = 10_000;

    private final Catalogues catalogues;
    private final PersonalData personal;
    private final UntouchedPeople untouched;
    private final RetentionSql sql;
    private final HoldSql holds;
    private final Confirmations confirmations;
    private final Jobs jobs;
    private final AccessLog accessLog;
    private final Clock clock;

    Retention(
            Catalogues catalogues,
            PersonalData personal,
            UntouchedPeople untouched,
            RetentionSql sql,
            HoldSql holds,
            Confirmations confirmations,
            Jobs jobs,
            AccessLog accessLog,
            Clock clock) {
        this.catalogues = catalogues;
        this.personal = personal;
        this.untouched = untouched;
        this.sql = sql;
        this.holds = holds;
        this.confirmations = confirmations;
        this.jobs = jobs;
        this.accessLog = accessLog;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    RetentionRule rule() {
        return sql.rule();
    }

    /** In the name of the acting person; wants a fresh proof where people go by it on their own. 409 when it changed since. */
    @Transactional
    RetentionRule change(@Nullable Integer months, boolean binnedOnly, boolean active, long version) {
        catalogues.types().stream()
                .filter(type -> type.personal())
                .forEach(type -> personal.open(type.object()).actor().require(type.object() + ".delete"));
        if (active && months == null) throw Refusal.field("months", "notBlank");
        if (active) confirmations.require(Sensitive.PERSON_ERASED);
        var stand = sql.rule();
        if (stand.version() != version || !sql.put(months, binnedOnly, active, version)) {
            throw Refusal.stale(sql.rule().version());
        }
        var detail = new HashMap<String, Object>(Map.of("binnedOnly", binnedOnly, "active", active));
        if (months != null) detail.put("months", months);
        accessLog.add("retentionChanged", null, null, detail);
        return sql.rule();
    }

    /** Somebody whose time is over, and why he stays all the same; {@code holds} is empty for whoever would be erased. */
    record Due(Untouched person, List<Hold> holds) {}

    /** A page of them, how many there are, and how many of those nobody holds; not exact means "at least". */
    record DueList(List<Due> items, @Nullable UUID next, int count, int free, boolean exact) {}

    /** Whom the rule means now; nothing is done. */
    @Transactional(readOnly = true)
    DueList due(String object, @Nullable UUID after, int limit) {
        var catalogue = people(object);
        var asked = asked(sql.rule());
        if (asked == null) return new DueList(List.of(), null, 0, 0, true);
        var found = untouched.of(catalogue, asked, after, limit + 1);
        boolean more = found.size() > limit;
        var shown = more ? found.subList(0, limit) : found;
        var held = held(object, shown);
        int count = untouched.count(catalogue, asked, COUNTED + 1);
        int free = untouched.count(catalogue, free(asked, object), COUNTED);
        return new DueList(
                shown.stream()
                        .map(person -> new Due(person, held.getOrDefault(person.id(), List.of())))
                        .toList(),
                more ? shown.getLast().id() : null,
                Math.min(count, COUNTED),
                free,
                count <= COUNTED);
    }

    private Catalogue people(String object) {
        var catalogue = personal.open(object);
        if (!catalogue.type().personal()) throw Refusal.notFound();
        return catalogue;
    }

    private Map<UUID, List<Hold>> held(String object, List<Untouched> people) {
        return holds.of(object, people.stream().map(Untouched::id).toList()).stream()
                .collect(Collectors.groupingBy(Hold::record));
    }

    private @Nullable Asked asked(RetentionRule rule) {
        return rule.months() == null
                ? null
                : new Asked(
                        UntouchedPeople.back(clock.instant(), rule.months()),
                        rule.binnedOnly(),
                        id -> DSL.noCondition());
    }

    private Asked free(Asked asked, String object) {
        return new Asked(asked.since(), asked.binnedOnly(), id -> holds.free(object, id));
    }

    /** Erases those whom the rule means now and nobody holds; 409 when there is none. */
    @Transactional
    UUID erase(String object) {
        confirmations.require(Sensitive.PERSON_ERASED);
        UUID job = order(object, false);
        if (job == null) throw Refusal.of(409, "nobodyDue");
        return job;
    }

    /** The same in the daily round; null when there is nobody. */
    @Nullable
    UUID order(String object, boolean automatic) {
        var catalogue = people(object);
        catalogue.actor().require(object + ".delete");
        var asked = asked(sql.rule());
        if (asked == null) return null;
        var records = untouched.of(catalogue, free(asked, object), null, MOST).stream()
                .map(Untouched::id)
                .toList();
        if (records.isEmpty()) return null;
        accessLog.add("retentionOrdered", object, null, Map.of("people", records.size(), "automatic", automatic));
        return jobs.start(RetentionJob.KIND, object, new RetentionJob.Order(records, automatic));
    }

    /** Whether this person is to go at this very moment. */
    boolean isDue(Traced person, boolean automatic) {
        var rule = sql.rule();
        var asked = asked(rule);
        if (asked == null || automatic && !rule.active()) return false;
        return holds.of(person.object(), person.records()).isEmpty()
                && untouched.holds(
                        catalogues.of(person.object()), asked, person.records().getFirst());
    }
}
