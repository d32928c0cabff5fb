package io.chaoxi.cadence;

import io.chaoxi.platform.Ids;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.RecordLabels;
import io.chaoxi.platform.rights.Acting;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/**
 * 试算: how many tasks a rhythm that is not saved would make in the days to come, and for whom, if each were done when it is
 * due. One pass over the customers, in groups of those for whom it comes out alike.
 */
@Service
class CadenceTrial {
    private static final int DAYS = 30;
    private static final int MOST_PEOPLE = 200;

    private final CadenceSql sql;
    private final CadenceTerms terms;
    private final StandingSql standings;
    private final Turning.Facts facts;
    private final RecordLabels labels;
    private final CadenceTrialSql groups;

    CadenceTrial(
            CadenceSql sql,
            CadenceTerms terms,
            StandingSql standings,
            Turning.Facts facts,
            RecordLabels labels,
            CadenceTrialSql groups) {
        this.sql = sql;
        this.terms = terms;
        this.standings = standings;
        this.facts = facts;
        this.labels = labels;
        this.groups = groups;
    }

    /** {@code id}: of the rhythm that it would replace. */
    record Body(CadenceTerms.Body cadence, @Nullable UUID id) {}

    /** Somebody who would do it. */
    record OfPerson(UUID id, String label, int customers, int tasks) {}

    /** In so many days: whom it is about, how many tasks, and those of each person, the most first. */
    record Answer(int days, int customers, int tasks, List<OfPerson> people) {}

    @Transactional(readOnly = true)
    public Answer of(JsonNode cadence, @Nullable String id) {
        var actor = Acting.current();
        actor.require(Cadences.RIGHT);
        actor.require("customer.read");
        Cadence stored = id == null ? null : sql.find(Ids.known(id)).orElseThrow(Refusal::notFound);
        Cadence tried = terms.read(cadence, stored == null ? Ids.next() : stored.id(), stored);
        // When each was last called or visited tells in how many tasks come of it.
        if (tried.restarts()) actor.require("activity.read");
        ZoneId zone = sql.manner().zone();
        LocalDate today = groups.today(zone);
        var deciding = facts.deciding(today, List.of(tried));
        var all = new Sum();
        for (CadenceTrialSql.Group group : groups.of(tried, standings, zone)) {
            LocalDate begin = begin(tried, group, today);
            UUID doer = deciding.doer(tried, group.owner());
            all.add(doer, group.customers(), deciding.until(today.plusDays(DAYS), tried, begin));
        }
        return new Answer(DAYS, all.customers, all.tasks, people(all));
    }

    private static LocalDate begin(Cadence tried, CadenceTrialSql.Group group, LocalDate today) {
        if (group.open()) return today;
        LocalDate base = group.base();
        if (base == null) base = tried.begin(group.owned(), group.spread(), today);
        return tried.from(base, group.touched());
    }

    private List<OfPerson> people(Sum all) {
        var names = labels.of("person", all.people.keySet());
        return all.people.entrySet().stream()
                .map(one -> new OfPerson(
                        one.getKey(), names.getOrDefault(one.getKey(), ""), one.getValue()[0], one.getValue()[1]))
                .sorted(Comparator.comparingInt(OfPerson::tasks).reversed().thenComparing(OfPerson::id))
                .limit(MOST_PEOPLE)
                .toList();
    }

    private static final class Sum {
        private final Map<UUID, int[]> people = new HashMap<>();
        private int customers;
        private int tasks;

        void add(UUID person, int some, int each) {
            customers += some;
            tasks += some * each;
            int[] his = people.computeIfAbsent(person, any -> new int[2]);
            his[0] += some;
            his[1] += some * each;
        }
    }
}
