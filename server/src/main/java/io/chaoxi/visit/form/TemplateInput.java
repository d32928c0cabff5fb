package io.chaoxi.visit.form;

import io.chaoxi.platform.problem.Input;
import io.chaoxi.visit.form.Question.Kind;
import io.chaoxi.visit.form.Question.Option;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a template as somebody writes it, and tells all its faults at once. */
final class TemplateInput {
    private static final int MOST_QUESTIONS = 40;
    private static final int MOST_OPTIONS = 30;
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_TEXT = 200;
    private static final int LONGEST_UNIT = 10;
    private static final int WHOLE = 14;
    private static final int DECIMALS = 4;
    private static final String ID = "[A-Za-z][A-Za-z0-9_-]{0,39}";

    private TemplateInput() {}

    /** An option as it is written; without an id it is a new one. */
    record Choice(@Nullable String id, String label) {}

    /** A question as it is written; without an id it is a new one. */
    record Item(
            @Nullable String id,
            String kind,
            String text,
            @Nullable Boolean required,
            @Nullable List<Choice> options,
            @Nullable String unit,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max) {}

    /** A template as it is written; {@code manner} null for every manner that has none of its own. */
    record Body(
            String name, @Nullable String manner, @Nullable Boolean disabled, List<Item> questions) {}

    static Template read(UUID id, long version, JsonNode body) {
        var input = Input.of(body, Body.class);
        String name = input.text("name", LONGEST_NAME, null);
        String manner = input.optional("manner", 100, null);
        boolean disabled = input.yesNo("disabled", false);
        if (disabled && id.equals(Template.STANDARD)) input.refuse("disabled", "standardTemplateStays");
        if (manner != null && id.equals(Template.STANDARD)) input.refuse("manner", "standardTemplateStays");
        var questions = new ArrayList<Question>();
        Set<String> ids = new HashSet<>();
        List<JsonNode> items = input.list("questions", MOST_QUESTIONS);
        for (int i = 0; i < items.size(); i++) {
            var part = Input.of(items.get(i), Item.class);
            questions.add(question(part, ids));
            input.refuse("questions[" + i + "]", part);
        }
        if (items.isEmpty()) input.refuse("questions", "notBlank");
        input.check();
        return new Template(id, version, name, manner, disabled, List.copyOf(questions));
    }

    private static Question question(Input part, Set<String> ids) {
        String id = id(part, ids);
        String word = part.word("kind", Kind.keys(), "");
        Kind kind = Kind.keys().contains(word) ? Kind.of(word) : Kind.TEXT;
        String text = part.text("text", LONGEST_TEXT, null);
        boolean required = part.yesNo("required", false);
        List<Option> options = kind.chooses() ? options(part) : List.of();
        boolean number = kind == Kind.NUMBER;
        BigDecimal least = number ? bound(part, "min") : null;
        BigDecimal most = number ? bound(part, "max") : null;
        if (least != null && most != null && least.compareTo(most) > 0) part.refuse("max", "outOfRange");
        String unit = kind.counts() ? part.optional("unit", LONGEST_UNIT, null) : null;
        return new Question(id, kind, text, required, options, unit, least, most);
    }

    private static @Nullable BigDecimal bound(Input part, String name) {
        return part.isNothing(name) ? null : part.decimal(name, WHOLE, DECIMALS, null);
    }

    private static List<Option> options(Input part) {
        Set<String> ids = new HashSet<>();
        var options = new ArrayList<Option>();
        List<JsonNode> nodes = part.list("options", MOST_OPTIONS);
        for (int i = 0; i < nodes.size(); i++) {
            var one = Input.of(nodes.get(i), Choice.class);
            options.add(new Option(id(one, ids), one.text("label", LONGEST_NAME, null)));
            part.refuse("options[" + i + "]", one);
        }
        if (options.size() < 2) part.refuse("options", "twoOptionsNeeded");
        return options;
    }

    private static String id(Input part, Set<String> ids) {
        String id = part.optional("id", 40, null);
        if (id == null) id = "q" + UUID.randomUUID().toString().substring(0, 8);
        if (!id.matches(ID) || !ids.add(id)) part.refuse("id", "malformedId");
        return id;
    }
}
