package io.chaoxi.platform.problem;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.chaoxi.platform.Ids;
import io.chaoxi.platform.text.Directions;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
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
    private static final int LONGEST_NUMBER = 40;

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
    public String text(String name, int longest, @Nullable String otherwise) {
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

    /** A rule that is kept elsewhere: what it refuses stands beside the other faults. */
    public void heed(Runnable rule) {
        try {
            rule.run();
        } catch (Refusal refusal) {
            errors.addAll(refusal.errors());
        }
    }

    /** Text of several lines that must not be blank; every line ends alike. */
    public String lines(String name, int longest) {
        JsonNode node = body.path(name);
        if (node.isMissingNode() || node.isNull()) return refused(name, "notBlank", "");
        if (!node.isString()) return refused(name, "notAText", "");
        String text =
                node.stringValue().replace("\r\n", "\n").replace('\r', '\n').strip();
        if (text.isEmpty()) return refused(name, "notBlank", "");
        if (text.length() > longest) return refused(name, "tooLong", Map.of("max", longest), "");
        return clean(text.replace('\n', ' ').replace('\t', ' ')) ? text : refused(name, "controlCharacter", "");
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

    /**
     * An exact number, as a text or a JSON number, with so many digits before the point and behind it; more are refused
     * and not rounded away.
     */
    public BigDecimal decimal(String name, int whole, int decimals, @Nullable BigDecimal otherwise) {
        if (!has(name) && otherwise != null) return otherwise;
        if (isNothing(name)) return refused(name, "notBlank", BigDecimal.ONE);
        JsonNode node = body.get(name);
        String text = node.isString() || node.isNumber() ? node.asString().strip() : "";
        BigDecimal number = plain(text);
        if (number == null) return refused(name, "notANumber", BigDecimal.ONE);
        if (number.precision() - number.scale() > whole) {
            return refused(name, "tooManyDigits", Map.of("max", whole), BigDecimal.ONE);
        }
        if (number.scale() > decimals) {
            return refused(name, "tooManyDecimals", Map.of("max", decimals), BigDecimal.ONE);
        }
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    /** Without zeros at its end; none for a text that is no number or would fill a page when it is written out. */
    private static @Nullable BigDecimal plain(String text) {
        if (text.length() > LONGEST_NUMBER) return null;
        try {
            BigDecimal number = new BigDecimal(text);
            return Math.abs((long) number.scale()) > LONGEST_NUMBER ? null : number.stripTrailingZeros();
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** A day such as 2026-11-21, of the years 1000 to 9999. */
    public LocalDate date(String name, @Nullable LocalDate otherwise) {
        if (!has(name) && otherwise != null) return otherwise;
        if (isNothing(name)) return refused(name, "notBlank", LocalDate.EPOCH);
        JsonNode node = body.get(name);
        try {
            LocalDate date =
                    LocalDate.parse(node.isString() ? node.stringValue().strip() : "");
            if (date.getYear() >= 1000 && date.getYear() <= 9999) return date;
            return refused(name, "notADate", LocalDate.EPOCH);
        } catch (DateTimeException e) {
            return refused(name, "notADate", LocalDate.EPOCH);
        }
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

    /** The texts of a list; empty when there is none. */
    public List<String> texts(String name, int most) {
        List<JsonNode> nodes = list(name, most);
        if (!nodes.stream().allMatch(JsonNode::isString)) return refused(name, "notAText", List.of());
        return nodes.stream().map(JsonNode::stringValue).toList();
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

    public void refuse(String name, String code, Map<String, Object> arguments) {
        errors.add(new FieldError(name, code, arguments));
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
        return refused(name, code, Map.of(), otherwise);
    }

    private <T> T refused(String name, String code, Map<String, Object> arguments, T otherwise) {
        errors.add(new FieldError(name, code, arguments));
        return otherwise;
    }

    private static boolean clean(String text) {
        return text.codePoints()
                .noneMatch(point -> Character.isISOControl(point)
                        || Directions.turn(point)
                        || Character.getType(point) == Character.SURROGATE);
    }
}
