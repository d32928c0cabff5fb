package io.chaoxi.visit.form;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was answered to one question; which of these is there follows from its kind.
 *
 * @param choices ids of options
 * @param files attachments of the visit
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Answer(
        String question,
        @Nullable String text,
        @Nullable BigDecimal number,
        @Nullable List<String> choices,
        @Nullable List<UUID> files,
        @Nullable List<Line> lines) {

    /** So many of a product on the shelf. */
    public record Line(String product, BigDecimal number) {}

    static Answer text(String question, String text) {
        return new Answer(question, text, null, null, null, null);
    }

    static Answer number(String question, BigDecimal number) {
        return new Answer(question, null, number, null, null, null);
    }

    static Answer choices(String question, List<String> choices) {
        return new Answer(question, null, null, choices, null, null);
    }

    static Answer files(String question, List<UUID> files) {
        return new Answer(question, null, null, null, files, null);
    }

    static Answer lines(String question, List<Line> lines) {
        return new Answer(question, null, null, null, null, lines);
    }
}
