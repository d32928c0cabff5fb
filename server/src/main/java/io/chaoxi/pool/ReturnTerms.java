package io.chaoxi.pool;

import io.chaoxi.platform.Ids;
import io.chaoxi.platform.problem.Input;
import io.chaoxi.platform.record.Choices;
import io.chaoxi.platform.record.RecordLabels;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Rules of return as they are written and shown. */
@Component
class ReturnTerms {
    private static final int MOST_DAYS = 3_650;
    private static final int MOST_WARN_DAYS = 365;
    private static final int MOST_KINDS = 100;
    private static final int LONGEST = 100;

    private final PoolSql pools;
    private final ReturnRules rules;
    private final Destinations destinations;
    private final Choices choices;
    private final GradeLimits limits;
    private final RecordLabels labels;

    ReturnTerms(
            PoolSql pools,
            ReturnRules rules,
            Destinations destinations,
            Choices choices,
            GradeLimits limits,
            RecordLabels labels) {
        this.pools = pools;
        this.rules = rules;
        this.destinations = destinations;
        this.choices = choices;
        this.limits = limits;
        this.labels = labels;
    }

    /** A rule as it is written; {@code since} is today, or the day that stands, when it is absent. */
    record Body(
            @Nullable Integer days,
            @Nullable Map<String, @Nullable Integer> grades,
            @Nullable List<String> kinds,
            @Nullable Boolean workdays,
            @Nullable Integer warnDays,
            @Nullable String to,
            @Nullable UUID pool,
            @Nullable UUID person,
            @Nullable LocalDate since) {}

    /** A pool or person with its name. */
    record Target(UUID id, String label) {}

    /** A rule as it is shown; {@code gone}: what it names can take nothing any more, so the conditions decide. */
    record Shown(
            @Nullable Integer days,
            Map<String, @Nullable Integer> grades,
            List<String> kinds,
            boolean workdays,
            int warnDays,
            String to,
            @Nullable Target pool,
            @Nullable Target person,
            LocalDate since,
            boolean gone) {}

    Shown shown(String object, ReturnRule rule) {
        var known = new LinkedHashMap<String, @Nullable Integer>(rule.grades());
        known.keySet().retainAll(limits.grades(object));
        boolean gone = rule.person() != null && !destinations.works(rule.person())
                || rule.pool() != null && !pools.has(object, rule.pool());
        return new Shown(
                rule.days(),
                known,
                rule.kinds(),
                rule.workdays(),
                rule.warnDays(),
                rule.to(),
                named("pool", rule.pool()),
                named("person", rule.person()),
                rule.since(),
                gone);
    }

    private @Nullable Target named(String object, @Nullable UUID id) {
        return id == null ? null : new Target(id, labels.of(object, List.of(id)).getOrDefault(id, ""));
    }

    /** Every fault stands under its own name; {@code stored}: the rule that stood until now. */
    ReturnRule read(String object, Input input, JsonNode body, @Nullable ReturnRule stored) {
        Integer days = input.isNothing("days") ? null : input.number("days", 1, MOST_DAYS, 1);
        var grades = grades(input, body.path("grades"), limits.grades(object));
        int warnDays = input.isNothing("warnDays") ? 0 : input.number("warnDays", 0, MOST_WARN_DAYS, 0);
        String to = input.word("to", ReturnRule.WAYS, ReturnRule.BY_CONDITION);
        var rule = new ReturnRule(
                days,
                grades,
                kinds(input),
                !input.isNothing("workdays") && input.yesNo("workdays", false),
                warnDays,
                to,
                to.equals(ReturnRule.TO_POOL) ? pool(object, input, stored) : null,
                to.equals(ReturnRule.TO_PERSON) ? person(input, stored) : null,
                since(input, stored));
        if (rule.allDays().findAny().isEmpty()) input.refuse("days", "notBlank");
        refuseLateWarning(input, rule);
        return rule;
    }

    /** Whoever is warned on the day of his deed, or before it, is warned of nothing that he could have left undone. */
    private static void refuseLateWarning(Input input, ReturnRule rule) {
        var most = Map.<String, Object>of("days", rule.warnDays());
        if (rule.days() != null && rule.days() <= rule.warnDays()) input.refuse("days", "longerThanWarning", most);
        rule.grades().forEach((grade, days) -> {
            if (days != null && days <= rule.warnDays()) input.refuse("grades." + grade, "longerThanWarning", most);
        });
    }

    private static Map<String, @Nullable Integer> grades(Input input, JsonNode given, Set<String> known) {
        var grades = new LinkedHashMap<String, @Nullable Integer>();
        if (given.isMissingNode() || given.isNull()) return grades;
        if (!given.isObject()) {
            input.refuse("grades", "notAnObject");
            return grades;
        }
        for (var grade : given.properties()) {
            String id = grade.getKey();
            String field = "grades." + (id.length() > LONGEST ? id.substring(0, LONGEST) : id);
            JsonNode days = grade.getValue();
            if (!known.contains(id)) input.refuse(field, "unknownChoice");
            else if (days.isNull()) grades.put(id, null);
            else if (!days.isInt()) input.refuse(field, "notANumber");
            else if (days.intValue() < 1) input.refuse(field, "min", Map.of("value", 1));
            else if (days.intValue() > MOST_DAYS) input.refuse(field, "max", Map.of("value", MOST_DAYS));
            else grades.put(id, days.intValue());
        }
        return grades;
    }

    private List<String> kinds(Input input) {
        var kinds = List.copyOf(new LinkedHashSet<>(input.texts("kinds", MOST_KINDS)));
        var known = choices.items("activityKind").keySet();
        if (!known.containsAll(kinds)) input.refuse("kinds", "unknownChoice");
        return kinds;
    }

    /** One that is gone since stays in the rule until somebody chooses another one. */
    private @Nullable UUID pool(String object, Input input, @Nullable ReturnRule stored) {
        UUID pool = Ids.read(input.text("pool", LONGEST, "")).orElse(null);
        boolean stands = pool != null && stored != null && pool.equals(stored.pool());
        boolean there = pool != null && (stands || pools.has(object, pool));
        if (!there) input.refuse("pool", "unknownReference");
        return pool;
    }

    /** Who left since stays in the rule until somebody chooses another one. */
    private @Nullable UUID person(Input input, @Nullable ReturnRule stored) {
        UUID person = Ids.read(input.text("person", LONGEST, "")).orElse(null);
        boolean stands = person != null && stored != null && person.equals(stored.person());
        if (person == null || !stands && !destinations.works(person)) input.refuse("person", "unknownReference");
        return person;
    }

    /** It counts from today at the earliest, so that a new rule does not return a firm's whole base in one night. */
    private LocalDate since(Input input, @Nullable ReturnRule stored) {
        LocalDate today = rules.today();
        LocalDate otherwise = stored == null ? today : stored.since();
        if (input.isNothing("since")) return otherwise;
        LocalDate since = input.date("since", otherwise);
        if (since.isBefore(today) && !since.equals(otherwise)) input.refuse("since", "notBeforeToday");
        return since;
    }
}
