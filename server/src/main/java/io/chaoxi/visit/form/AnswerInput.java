package io.chaoxi.visit.form;

import io.chaoxi.platform.Ids;
import io.chaoxi.platform.problem.Input;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.visit.form.Question.Kind;
import io.chaoxi.visit.form.Question.Option;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads answers to the questions of a template, and tells all their faults at once. What is empty is no answer. */
final class AnswerInput {
    private static final int LONGEST_TEXT = 5_000;
    private static final int LONGEST_PRODUCT = 100;
    private static final int MOST_LINES = 100;
    private static final int MOST_FILES = 10;
    private static final int MOST_ANSWERS = 40;
    private static final int WHOLE = 14;
    private static final int DECIMALS = 4;

    private final Map<String, Question> questions;

    AnswerInput(Template template) {
        this.questions = template.questions().stream().collect(Collectors.toMap(Question::id, one -> one));
    }

    /** A line of a stock count as it is written. */
    record Counted(String product, BigDecimal number) {}

    /** An answer as it is written: the question and what its kind takes. */
    record Item(
            String question,
            @Nullable String text,
            @Nullable BigDecimal number,
            @Nullable List<String> choices,
            @Nullable List<String> files,
            @Nullable List<Counted> lines) {}

    /** All answers of a visit, to this version of the template. */
    record Body(String template, long version, List<Item> answers) {}

    /** Which template in which version the answers are given to. */
    record Key(UUID template, long version) {
        static Key of(JsonNode body) {
            Input.of(body, Body.class).check();
            Optional<UUID> template = Ids.read(body.path("template").asString(""));
            JsonNode version = body.path("version");
            if (template.isEmpty()) throw Refusal.field("template", "notAnId");
            if (!version.canConvertToLong() || !version.isIntegralNumber())
                throw Refusal.field("version", "notANumber");
            return new Key(template.get(), version.longValue());
        }
    }

    List<Answer> read(JsonNode body) {
        var input = Input.of(body, Body.class);
        var answers = new ArrayList<Answer>();
        Set<String> answered = new HashSet<>();
        List<JsonNode> items = input.list("answers", MOST_ANSWERS);
        for (int i = 0; i < items.size(); i++) {
            var part = Input.of(items.get(i), Item.class);
            String id = part.text("question", 40, null);
            Question question = questions.get(id);
            if (question == null) part.refuse("question", "unknownQuestion");
            else if (!answered.add(id)) part.refuse("question", "answeredTwice");
            else read(question, part).ifPresent(answers::add);
            input.refuse("answers[" + i + "]", part);
        }
        input.check();
        return answers;
    }

    private static Optional<Answer> read(Question question, Input part) {
        return switch (question.kind()) {
            case TEXT -> text(question, part);
            case NUMBER -> number(question, part);
            case CHOICE, CHOICES -> choices(question, part);
            case PHOTO, SIGNATURE -> files(question, part);
            case STOCK -> lines(question, part);
        };
    }

    private static Optional<Answer> text(Question question, Input part) {
        if (part.isNothing("text")) return Optional.empty();
        return Optional.of(Answer.text(question.id(), part.lines("text", LONGEST_TEXT)));
    }

    private static Optional<Answer> number(Question question, Input part) {
        if (part.isNothing("number")) return Optional.empty();
        BigDecimal number = part.decimal("number", WHOLE, DECIMALS, null);
        boolean less = question.min() != null && number.compareTo(question.min()) < 0;
        boolean more = question.max() != null && number.compareTo(question.max()) > 0;
        if (less || more) part.refuse("number", "outOfRange");
        return Optional.of(Answer.number(question.id(), number));
    }

    private static Optional<Answer> choices(Question question, Input part) {
        List<String> chosen = part.texts("choices", question.options().size()).stream()
                .distinct()
                .toList();
        if (chosen.isEmpty()) return Optional.empty();
        var known = question.options().stream().map(Option::id).collect(Collectors.toSet());
        if (!known.containsAll(chosen)) part.refuse("choices", "unknownChoice");
        if (question.kind() == Kind.CHOICE && chosen.size() > 1) part.refuse("choices", "oneChoiceOnly");
        return Optional.of(Answer.choices(question.id(), chosen));
    }

    private static Optional<Answer> files(Question question, Input part) {
        var files = List.copyOf(part.ids("files", MOST_FILES));
        if (question.kind() == Kind.SIGNATURE && files.size() > 1) part.refuse("files", "tooMany", Map.of("max", 1));
        return files.isEmpty() ? Optional.empty() : Optional.of(Answer.files(question.id(), files));
    }

    private static Optional<Answer> lines(Question question, Input part) {
        var lines = new ArrayList<Answer.Line>();
        List<JsonNode> nodes = part.list("lines", MOST_LINES);
        for (int i = 0; i < nodes.size(); i++) {
            var line = Input.of(nodes.get(i), Counted.class);
            String product = line.text("product", LONGEST_PRODUCT, null);
            BigDecimal number = line.decimal("number", WHOLE, DECIMALS, null);
            if (number.signum() < 0) line.refuse("number", "outOfRange");
            part.refuse("lines[" + i + "]", line);
            lines.add(new Answer.Line(product, number));
        }
        return lines.isEmpty() ? Optional.empty() : Optional.of(Answer.lines(question.id(), lines));
    }
}
