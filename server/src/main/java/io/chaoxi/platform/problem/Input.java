package io.chaoxi.platform.problem;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.chaoxi.platform.Ids;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The body of a request, read property by property: an absent property keeps what stands, so that one reading serves for
 * making and for changing. Names outside the list are refused, and {@link #check()} tells all faults at once.
 */
public final class Input {
    private final JsonNode body;
    private final List<FieldError> errors = new ArrayList<>();

    private Input(JsonNode body) {
        this.body = body;
    }

    /** Reads a body that may hold what the record names, and nothing else. */
    public static Input of(JsonNode body, Class<? extends Record> shape) {
        if (!body.isObject()) throw Refusal.malformed("bodyNotAnObject", Map.of());
        var input = new Input(body);
        Set<String> known = names(shape);
        for (String name : body.propertyNames()) {
            if (!known.contains(name))
                input.refuse(name.length() > 100 ? name.substring(0, 100) : name, "unknownField");
        }
        return input;
    }

    private static Set<String> names(Class<? extends Record> shape) {
        return Arrays.stream(shape.getRecordComponents()).map(Input::name).collect(Collectors.toUnmodifiableSet());
    }

    /** Of a component that is called like a word of Java, the name is given beside it. */
    private static String name(RecordComponent component) {
        JsonProperty said = component.getAccessor().getAnnotation(JsonProperty.class);
        return said == null ? component.getName() : said.value();
    }

    public boolean has(String name) {
        return body.has(name);
    }

    /** Absent, or sent as null. */
    public boolean isNothing(String name) {
        return !body.hasNonNull(name);
    }

    /** A line of text that must not be blank. */
    public String text(String name, int longest, String otherwise) {
        String text = optional(name, longest, otherwise);
        if (text == null || text.isBlank()) return refused(name, "notBlank", "");
        return text;
    }

    /** A line of text; blank means none. */
    public @Nullable String optional(String name, int longest, @Nullable String otherwise) {
        if (!has(name)) return otherwise;
        JsonNode node = body.get(name);
        if (node.isNull()) return null;
        if (!node.isString()) return refused(name, "notAText", "");
        String text = node.stringValue().strip();
        if (text.length() > longest) {
            errors.add(new FieldError(name, "tooLong", Map.of("max", longest)));
            return "";
        }
        if (!clean(text)) return refused(name, "controlCharacter", "");
        return text.isEmpty() ? null : text;
    }

    /** One word out of a list. */
    public String word(String name, Collection<String> words, String otherwise) {
        String word = text(name, 100, otherwise);
        return word.isEmpty() || words.contains(word) ? word : refused(name, "unknownChoice", "");
    }

    public boolean yesNo(String name, boolean otherwise) {
        if (!has(name)) return otherwise;
        JsonNode node = body.get(name);
        return node.isBoolean() ? node.booleanValue() : refused(name, "notYesNo", false);
    }

    public int number(String name, int least, int most, int otherwise) {
        if (!has(name)) return otherwise;
        JsonNode node = body.get(name);
        if (!node.isInt()) return refused(name, "notANumber", otherwise);
        int number = node.intValue();
        return number >= least && number <= most ? number : refused(name, "outOfRange", otherwise);
    }

    /** The members of a list; empty when there is none. */
    public List<JsonNode> list(String name, int most) {
        JsonNode node = body.path(name);
        if (node.isMissingNode() || node.isNull()) return List.of();
        if (!node.isArray()) return refused(name, "notAList", List.of());
        if (node.size() > most) {
            errors.add(new FieldError(name, "tooMany", Map.of("max", most)));
            return List.of();
        }
        return List.copyOf(node.values());
    }

    /** The records that a list names; empty when there is none. */
    public Set<UUID> ids(String name, int most) {
        Set<UUID> ids = new LinkedHashSet<>();
        for (JsonNode node : list(name, most)) {
            Ids.read(node.asString("")).ifPresentOrElse(ids::add, () -> refuse(name, "notAnId"));
        }
        return ids;
    }

    public void refuse(String name, String code) {
        errors.add(new FieldError(name, code));
    }

    /** Takes over the faults of a part of this body, named by the property that holds it. */
    public void refuse(String name, Input part) {
        part.errors.forEach(
                error -> errors.add(new FieldError(name + "." + error.field(), error.code(), error.arguments())));
    }

    /** Refuses with every fault that was found. */
    public void check() {
        if (!errors.isEmpty()) throw Refusal.fields(errors);
    }

    private <T> T refused(String name, String code, T otherwise) {
        refuse(name, code);
        return otherwise;
    }

    private static boolean clean(String text) {
        return text.codePoints()
                .noneMatch(point -> Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE);
    }
}
