package io.chaoxi.customer;

import io.chaoxi.platform.Labels;
import io.chaoxi.platform.limit.Limit;
import io.chaoxi.platform.limit.Limits;
import io.chaoxi.platform.record.Catalogue;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.Field;
import io.chaoxi.platform.record.RecordFinding;
import io.chaoxi.platform.record.RecordQuery;
import io.chaoxi.platform.record.RecordReading;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How good the data of customers is: what is missing of one, and how many of those in reach lack something. */
@Service
class CustomerQuality {
    private final Catalogues catalogues;
    private final RecordReading reading;
    private final RecordFinding finding;
    private final Labels labels;
    private final Limits limits;

    CustomerQuality(Catalogues catalogues, RecordReading reading, RecordFinding finding, Labels labels, Limits limits) {
        this.catalogues = catalogues;
        this.reading = reading;
        this.finding = finding;
        this.labels = labels;
        this.limits = limits;
    }

    /** Each check is the filter that opens its list. */
    private static Map<String, String> checks(long percent, long days) {
        var checks = new LinkedHashMap<String, String>();
        checks.put("badPhone", "phone=null=true,phoneDoubtful==true");
        checks.put("incomplete", "completeness=lt=" + percent);
        checks.put("noOwner", "owner=null=true");
        checks.put("stale", "changedAt=lt=@today-" + days + "d");
        return checks;
    }

    /** A check with the number of customers it finds, at most 10,000, and the filter that lists them. */
    record Check(String check, String label, long count, boolean exact, String filter) {}

    /** The checks whose fields the acting person may read. */
    @Transactional(readOnly = true)
    List<Check> cleanup() {
        Catalogue catalogue = catalogues.of("customer");
        var found = new ArrayList<Check>();
        long percent = limits.of(Limit.COMPLETE_PERCENT);
        long days = limits.of(Limit.UNCHANGED_DAYS);
        var facts = Map.of("percent", percent, "days", days);
        checks(percent, days).forEach((check, filter) -> {
            if (!readable(catalogue, filter)) return;
            var total = reading.count(catalogue, RecordQuery.of(filter, ""));
            String label = labels.of("cleanup", check).in(catalogue.actor().locale(), facts);
            found.add(new Check(check, label, total.value(), total.exact(), filter));
        });
        return found;
    }

    /** Whether the acting person may read all fields that the filter compares. */
    private static boolean readable(Catalogue catalogue, String filter) {
        return Arrays.stream(filter.split(","))
                .allMatch(comparison -> catalogue
                        .visible(comparison.substring(0, comparison.indexOf('=')))
                        .filter(field -> catalogue.right(field).readable())
                        .isPresent());
    }

    /** A field that matters and is empty. */
    record Missing(String field, String label) {}

    /** The share of the fields that matter, in percent, and those that are missing. */
    record Score(int score, List<Missing> missing) {}

    /** Fields that are hidden from the acting person count, but are not named. */
    @Transactional(readOnly = true)
    Score of(UUID customer) {
        Catalogue catalogue = catalogues.of("customer");
        var completeness = Completeness.of(finding.find(catalogue, customer).values());
        var missing = completeness.missing().stream()
                .map(catalogue::visible)
                .flatMap(Optional::stream)
                .map(field -> missing(catalogue, field))
                .toList();
        return new Score(completeness.score(), missing);
    }

    private static Missing missing(Catalogue catalogue, Field field) {
        return new Missing(field.name(), field.label().in(catalogue.actor().locale()));
    }
}
