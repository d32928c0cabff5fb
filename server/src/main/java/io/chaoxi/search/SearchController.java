package io.chaoxi.search;

import io.chaoxi.platform.Labels;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.Catalogue;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.RecordSearch;
import io.chaoxi.platform.record.RecordType;
import io.chaoxi.platform.rights.Needs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Global search. Each object is asked through its list, so scope, field rights and masking are the list's: a hit tells
 * nothing that the list would not. Objects without a hit, or whose title the person may not read, have no group.
 */
@RestController
@RequestMapping("/api/v1/search")
class SearchController {
    private static final int LONGEST = 100;
    private static final int MOST = 20;

    private final Catalogues catalogues;
    private final RecordSearch searching;
    private final Labels labels;

    SearchController(Catalogues catalogues, RecordSearch searching, Labels labels) {
        this.catalogues = catalogues;
        this.searching = searching;
        this.labels = labels;
    }

    /** What was found, by object, in the order in which the objects registered. */
    record Found(List<Group> groups) {}

    record Group(String object, String label, List<Hit> items) {}

    record Hit(String id, String label, @Nullable String hint, String object) {}

    @GetMapping
    @Needs(Needs.SIGNED_IN)
    Found search(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "8") int limit) {
        if (limit < 1 || limit > MOST) throw Refusal.malformed("limitOutOfRange", Map.of("max", MOST));
        if (q.length() > LONGEST) throw Refusal.malformed("searchTooLong", Map.of("max", LONGEST));
        var groups = new ArrayList<Group>();
        if (q.isBlank()) return new Found(groups);
        for (RecordType type : catalogues.types()) {
            Catalogue catalogue = catalogues.of(type);
            if (!searchable(catalogue)) continue;
            var hits = hits(catalogue, q, limit);
            if (hits.isEmpty()) continue;
            var locale = catalogue.actor().locale();
            groups.add(
                    new Group(type.object(), labels.of(type.object(), "_object").in(locale), hits));
        }
        return new Found(groups);
    }

    private static boolean searchable(Catalogue catalogue) {
        RecordType type = catalogue.type();
        return catalogue.actor().may(type.object() + ".read")
                && catalogue.titleRight().readable();
    }

    private List<Hit> hits(Catalogue catalogue, String q, int limit) {
        RecordType type = catalogue.type();
        var fields = new ArrayList<>(List.of(type.title()));
        String hint = type.hint();
        if (hint != null && catalogue.visible(hint).isPresent()) fields.add(hint);
        return searching.best(catalogue, q, fields, limit).stream()
                .map(row -> new Hit(
                        String.valueOf(row.get("id")),
                        String.valueOf(row.get(type.title())),
                        hint == null ? null : text(row.get(hint)),
                        type.object()))
                .toList();
    }

    /** A value of a row in words: that of a choice, a region or a reference is its label. */
    private static @Nullable String text(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Map<?, ?> labelled -> labelled.get("label") == null ? null : String.valueOf(labelled.get("label"));
            default -> value.toString();
        };
    }
}
