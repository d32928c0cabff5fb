package io.chaoxi.lead;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a lead is worth by the criteria that it meets.
 *
 * @param text each criterion that was answered, in words, with its points
 */
record Judgement(int fit, int interest, boolean qualified, String text) {

    /** Answers to criteria that are no longer there count for nothing. */
    static Judgement of(List<Criterion> criteria, int threshold, Map<String, Boolean> answers) {
        int fit = points(criteria, Criterion.FIT, answers);
        int interest = points(criteria, Criterion.INTEREST, answers);
        String text = criteria.stream()
                .filter(criterion -> answers.containsKey(criterion.id()))
                .map(criterion -> meets(criterion, answers)
                        ? "✓ %s +%d".formatted(criterion.name(), criterion.points())
                        : "✗ " + criterion.name())
                .collect(Collectors.joining("\n"));
        return new Judgement(fit, interest, fit + interest >= threshold, text);
    }

    private static int points(List<Criterion> criteria, String kind, Map<String, Boolean> answers) {
        return criteria.stream()
                .filter(criterion -> criterion.kind().equals(kind))
                .filter(criterion -> meets(criterion, answers))
                .mapToInt(Criterion::points)
                .sum();
    }

    private static boolean meets(Criterion criterion, Map<String, Boolean> answers) {
        return Boolean.TRUE.equals(answers.get(criterion.id()));
    }

    /** As the fields of the lead have it. */
    Map<String, @Nullable Object> values() {
        var values = new HashMap<String, @Nullable Object>();
        values.put("fitScore", BigDecimal.valueOf(fit));
        values.put("interestScore", BigDecimal.valueOf(interest));
        values.put("score", BigDecimal.valueOf(score()));
        values.put("qualified", qualified);
        values.put("judgement", text.isEmpty() ? null : text);
        return values;
    }

    int score() {
        return fit + interest;
    }
}
