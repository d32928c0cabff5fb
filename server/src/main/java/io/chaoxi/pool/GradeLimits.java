package io.chaoxi.pool;

import io.chaoxi.platform.problem.Input;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.Choices;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** How many of each grade one may hold, as it is written: the id of a grade and a number. */
@Component
class GradeLimits {
    private static final int MOST_HELD = 100_000;
    private static final int LONGEST_NAME = 100;

    private final Choices choices;
    private final Catalogues catalogues;

    GradeLimits(Choices choices, Catalogues catalogues) {
        this.choices = choices;
        this.catalogues = catalogues;
    }

    /** The grades of the firm; none for objects that have no grade. */
    Set<String> grades(String object) {
        boolean graded = catalogues.type(object).field("grade").isPresent();
        return graded ? choices.items("grade").keySet() : Set.of();
    }

    /** Without those of grades that the firm has no more. */
    Map<String, Integer> known(String object, Map<String, Integer> stored) {
        var known = new LinkedHashMap<>(stored);
        known.keySet().retainAll(grades(object));
        return known;
    }

    /** Every fault stands under {@code grades}, that of one grade under its id. */
    Map<String, Integer> read(String object, Input input, JsonNode given) {
        var grades = new LinkedHashMap<String, Integer>();
        if (given.isMissingNode() || given.isNull()) return grades;
        if (!given.isObject()) {
            input.refuse("grades", "notAnObject");
            return grades;
        }
        var known = grades(object);
        for (var grade : given.properties()) {
            String id = grade.getKey();
            String field = "grades." + (id.length() > LONGEST_NAME ? id.substring(0, LONGEST_NAME) : id);
            JsonNode most = grade.getValue();
            if (!known.contains(id)) input.refuse(field, "unknownChoice");
            else if (!most.isInt()) input.refuse(field, "notANumber");
            else if (most.intValue() < 0) input.refuse(field, "min", Map.of("value", 0));
            else if (most.intValue() > MOST_HELD) input.refuse(field, "max", Map.of("value", MOST_HELD));
            else grades.put(id, most.intValue());
        }
        return grades;
    }
}
