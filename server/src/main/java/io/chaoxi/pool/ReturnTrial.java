package io.chaoxi.pool;

import chaoxi.tables.tables.records.PoolRecord;
import io.chaoxi.platform.problem.Input;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.RecordLabels;
import io.chaoxi.platform.record.RecordType;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.pool.TrialSql.Group;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** 试算: who would return and when by a rule that is not saved, if nobody did anything from now on. */
@Service
class ReturnTrial {
    static final int MOST_NAMED = 100;
    private static final int MOST_OWNERS = 200;
    private static final int MOST_DAYS = 100;

    private final PoolSql pools;
    private final ReturnRules rules;
    private final ReturnTerms terms;
    private final TrialSql sql;
    private final Catalogues catalogues;
    private final RecordLabels labels;

    ReturnTrial(
            PoolSql pools,
            ReturnRules rules,
            ReturnTerms terms,
            TrialSql sql,
            Catalogues catalogues,
            RecordLabels labels) {
        this.pools = pools;
        this.rules = rules;
        this.terms = terms;
        this.sql = sql;
        this.catalogues = catalogues;
        this.labels = labels;
    }

    /** The rule as the terms of a pool have it. */
    record Body(ReturnTerms.Body returns) {}

    /** {@code day}: the last on which a follow-up keeps them. */
    record OfDay(LocalDate day, int records) {}

    /** {@code first}: the day of the first of his. */
    record OfOwner(UUID id, String label, int records, LocalDate first) {}

    /** A record that the reader may see. */
    record One(UUID id, String label, UUID owner, LocalDate day) {}

    /** All that would return, by day and by owner up to a number of these, and the first of them by name. */
    record Answer(int records, List<OfDay> days, List<OfOwner> owners, List<One> first) {}

    @Transactional(readOnly = true)
    public Answer of(UUID id, JsonNode body) {
        Acting.current().require("pool.update");
        PoolRecord pool = pools.find(id).orElseThrow(Refusal::notFound);
        var rule = rule(pool, body);
        requireToTell(pool.getObject(), rule);
        var firm = rules.read(pool.getObject()).with(id, rule, rules.days(rule.workdays()));
        RecordType type = catalogues.of(pool.getObject()).type();
        var asked = new Asked(type, id, whose(type, pool, firm), rule, firm);
        Map<Group, LocalDate> days = new HashMap<>();
        Map<Group, Integer> counts = new HashMap<>();
        for (var group : sql.groups(type, asked.whose(), rule, firm.days().zone())) {
            LocalDate day = asked.day(group.getKey());
            if (day == null) continue;
            days.put(group.getKey(), day);
            counts.put(group.getKey(), group.getValue());
        }
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        return new Answer(all, byDay(days, counts), byOwner(days, counts), first(asked, days, counts));
    }

    /** How many return tells what stands in the fields by which they do: to whoever may read these. */
    private void requireToTell(String object, ReturnRule rule) {
        var catalogue = catalogues.of(object);
        catalogue.actor().require(object + ".read");
        if (!rule.kinds().isEmpty()) catalogue.actor().require("activity.read");
        boolean graded = catalogue
                .visible("grade")
                .filter(grade -> catalogue.right(grade).readable())
                .isPresent();
        if (!rule.grades().isEmpty() && !graded) throw Refusal.field("returns.grades", "fieldNotReadable");
    }

    /** What is asked, ready to be counted. */
    private record Asked(RecordType type, UUID pool, Condition whose, ReturnRule rule, FirmCountdowns firm) {
        /** The last day on which a follow-up keeps them; null where nothing returns. */
        @Nullable
        LocalDate day(Group group) {
            Instant at = firm.of(group.standing(pool, firm.days().zone())).returnAt();
            return at == null ? null : firm.days().day(at).minusDays(1);
        }
    }

    private ReturnRule rule(PoolRecord pool, JsonNode body) {
        var input = Input.of(body, Body.class);
        JsonNode given = body.path("returns");
        if (!given.isObject()) throw Refusal.field("returns", "notAnObject");
        var part = Input.of(given, ReturnTerms.Body.class);
        var rule = terms.read(pool.getObject(), part, given, ReturnRule.read(pool.getReturnRule()));
        input.refuse("returns", part);
        input.check();
        return rule;
    }

    /** What came out of this pool; for the default one also what came out of none that is there. */
    private static Condition whose(RecordType type, PoolRecord pool, FirmCountdowns firm) {
        var from = type.column("claimed_from_id", UUID.class);
        if (!pool.getStandard()) return from.eq(pool.getId());
        return from.isNull().or(from.eq(pool.getId())).or(from.notIn(firm.pools()));
    }

    private static List<OfDay> byDay(Map<Group, LocalDate> days, Map<Group, Integer> counts) {
        var byDay = new TreeMap<LocalDate, Integer>();
        days.forEach((group, day) -> byDay.merge(day, counts.getOrDefault(group, 0), Integer::sum));
        return byDay.entrySet().stream()
                .limit(MOST_DAYS)
                .map(day -> new OfDay(day.getKey(), day.getValue()))
                .toList();
    }

    private List<OfOwner> byOwner(Map<Group, LocalDate> days, Map<Group, Integer> counts) {
        var records = new HashMap<UUID, Integer>();
        var first = new HashMap<UUID, LocalDate>();
        days.forEach((group, day) -> {
            records.merge(group.owner(), counts.getOrDefault(group, 0), Integer::sum);
            first.merge(group.owner(), day, (one, other) -> one.isBefore(other) ? one : other);
        });
        var names = labels.of("person", records.keySet());
        return records.entrySet().stream()
                .sorted(Map.Entry.<UUID, Integer>comparingByValue().reversed().thenComparing(Map.Entry::getKey))
                .limit(MOST_OWNERS)
                .map(owner -> new OfOwner(
                        owner.getKey(),
                        names.getOrDefault(owner.getKey(), ""),
                        owner.getValue(),
                        Objects.requireNonNull(first.get(owner.getKey()))))
                .toList();
    }

    private List<One> first(Asked asked, Map<Group, LocalDate> days, Map<Group, Integer> counts) {
        List<Group> soonest = new ArrayList<>();
        int covered = 0;
        for (var group : days.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .limit(MOST_NAMED)
                .toList()) {
            if (covered >= MOST_NAMED) break;
            soonest.add(group.getKey());
            covered += counts.getOrDefault(group.getKey(), 0);
        }
        if (soonest.isEmpty()) return List.of();
        var some = sql.some(
                asked.type(), asked.whose(), asked.rule(), asked.firm().days().zone(), soonest);
        var names = labels.of(
                asked.type().object(), some.stream().map(Map.Entry::getKey).toList());
        return some.stream()
                .filter(one -> names.containsKey(one.getKey()))
                .map(one -> new One(
                        one.getKey(),
                        names.getOrDefault(one.getKey(), ""),
                        one.getValue().owner(),
                        Objects.requireNonNull(asked.day(one.getValue()))))
                .sorted(Comparator.comparing(One::day).thenComparing(One::id))
                .toList();
    }
}
