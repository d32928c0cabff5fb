package io.chaoxi.promise;

import io.chaoxi.platform.record.Catalogue;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.RecordGroups;
import io.chaoxi.platform.record.RecordGroups.Referred;
import io.chaoxi.platform.record.RecordLabels;
import io.chaoxi.platform.record.RecordQuery;
import io.chaoxi.platform.rights.DataScope;
import io.chaoxi.promise.Score.Named;
import io.chaoxi.promise.Score.Numbers;
import io.chaoxi.promise.Score.OfPerson;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The score of each person and of the firm. Each number is a list grouped by whom its promises count for, so it is told to
 * whoever reads that list, as far as he does, and cannot differ from it.
 */
@Service
class Scores {
    private static final String KEPT = "kept";
    private static final String BROKEN = "broken";
    private static final String LATE = "late";

    private final Catalogues catalogues;
    private final RecordGroups groups;
    private final RecordLabels labels;

    Scores(Catalogues catalogues, RecordGroups groups, RecordLabels labels) {
        this.catalogues = catalogues;
        this.groups = groups;
        this.labels = labels;
    }

    private static Map<String, String> filters(int days) {
        String since = "=ge=@today-" + days + "d";
        String broken = "brokenAt" + since + ";status!=" + PromiseStatus.VOID;
        String kept = "status==" + PromiseStatus.KEPT;
        return Map.of(
                KEPT, kept + ";brokenAt=null=true;keptAt" + since,
                BROKEN, broken,
                LATE, kept + ";brokenAt" + since);
    }

    /** Of what was decided in the last so many days. */
    @Transactional(readOnly = true)
    public Score of(int days) {
        Catalogue promises = catalogues.of("promise");
        var filters = filters(days);
        var counted = new LinkedHashMap<String, Referred>();
        for (String name : List.of(KEPT, BROKEN, LATE)) counted.put(name, counted(promises, filters, name));
        boolean whole = promises.actor().scope("promise") == DataScope.ALL;
        boolean exact = counted.values().stream().allMatch(one -> one.exact() && !one.more());
        return new Score(days, filters, people(counted), whole ? total(counted) : null, exact);
    }

    private Referred counted(Catalogue promises, Map<String, String> filters, String name) {
        return groups.references(promises, RecordQuery.of(filters.getOrDefault(name, ""), ""), "countsFor");
    }

    private List<OfPerson> people(Map<String, Referred> counted) {
        var people = new LinkedHashMap<UUID, Map<String, Long>>();
        counted.forEach((name, references) -> references
                .counts()
                .forEach((person, count) -> people.computeIfAbsent(person, any -> new LinkedHashMap<>())
                        .put(name, count)));
        var names = labels.of("person", people.keySet());
        return people.entrySet().stream()
                .map(one -> new OfPerson(new Named(one.getKey(), names.get(one.getKey())), numbers(one.getValue())))
                .sorted(Comparator.comparingLong((OfPerson one) ->
                                one.numbers().kept() + one.numbers().broken())
                        .reversed())
                .toList();
    }

    private static Numbers numbers(Map<String, Long> counts) {
        return Numbers.of(
                counts.getOrDefault(KEPT, 0L), counts.getOrDefault(BROKEN, 0L), counts.getOrDefault(LATE, 0L));
    }

    private static Numbers total(Map<String, Referred> counted) {
        var counts = new LinkedHashMap<String, Long>();
        counted.forEach((name, references) -> counts.put(name, references.total()));
        return numbers(counts);
    }

    /** Periods that are offered. */
    static final Set<Integer> PERIODS = Set.of(30, 90, 365);
}
