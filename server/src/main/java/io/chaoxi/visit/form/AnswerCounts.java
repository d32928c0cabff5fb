package io.chaoxi.visit.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was answered on many visits, question by question.
 *
 * @param visits on how many of them anything was answered
 */
record AnswerCounts(UUID template, String name, int visits, List<Counted> questions) {

    /**
     * One question; of these what its kind has.
     *
     * @param answered on how many visits
     * @param choices how often each option was chosen, as the newest version orders them, then those that it has no more
     * @param numbers of a number, and of each product of a stock count
     * @param said the latest texts
     */
    record Counted(Question question, int answered, List<Chosen> choices, List<Spread> numbers, List<Said> said) {}

    record Chosen(String id, String label, int count) {}

    /** {@code product} null for the answer to a number. */
    record Spread(
            @Nullable String product, int count, BigDecimal min, BigDecimal median, BigDecimal max, BigDecimal sum) {}

    /** {@code customer}: null where the reader may not see its name. */
    record Said(String text, UUID visit, @Nullable String customer, LocalDate on) {}
}
