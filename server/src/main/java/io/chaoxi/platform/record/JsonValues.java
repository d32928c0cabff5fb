package io.chaoxi.platform.record;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Reads a field's value from JSON: checks the shape, then hands the text to {@link TextValues}, so that the API, the page
 * and the import obey one rule. Null, an empty text and an empty list mean "empty".
 */
@Component
public class JsonValues {
    private static final int MOST_CHOICES = 100;
    private static final int MOST_FILES = 10;

    private final TextValues texts;

    JsonValues(TextValues texts) {
        this.texts = texts;
    }

    /** The value as the machine holds it, or null for empty. */
    @Nullable
    Object read(Field field, JsonNode node) {
        if (node.isNull()) return null;
        return switch (field.type()) {
            case NUMBER, PERCENT -> number(field, node);
            case MONEY -> money(field, node);
            case YES_NO -> yesNo(node);
            case CHOICES, TAGS, FILES -> list(field, node);
            default -> texts.read(field, scalar(node));
        };
    }

    private @Nullable Object number(Field field, JsonNode node) {
        if (node.isNumber()) return texts.number(field, node.decimalValue());
        if (node.isString()) return texts.read(field, node.stringValue());
        throw new ValueRefused("notANumber");
    }

    private @Nullable Object money(Field field, JsonNode node) {
        if (!node.isObject()) return texts.read(field, scalar(node));
        JsonNode amount = node.path("amount");
        JsonNode currency = node.path("currency");
        if (!amount.isString() && !amount.isNumber()) throw new ValueRefused("notMoney");
        return texts.money(field, amount.asString(), currency.isString() ? currency.stringValue() : null);
    }

    private static Boolean yesNo(JsonNode node) {
        if (!node.isBoolean()) throw new ValueRefused("notYesNo");
        return node.booleanValue();
    }

    private @Nullable Object list(Field field, JsonNode node) {
        if (!node.isArray()) throw new ValueRefused("notAList");
        int most = field.type() == FieldType.FILES ? MOST_FILES : MOST_CHOICES;
        if (node.size() > most) throw new ValueRefused("tooMany", java.util.Map.of("max", most));
        List<Object> items = new ArrayList<>();
        for (JsonNode item : node) {
            Object one = item(field, scalar(item));
            if (!items.contains(one)) items.add(one);
        }
        return items.isEmpty() ? null : List.copyOf(items);
    }

    private Object item(Field field, String id) {
        return switch (field.type()) {
            case TAGS -> texts.tagId(id);
            case FILES -> TextValues.id(id);
            default -> texts.choice(field, id, true);
        };
    }

    /** A text, a number or a yes/no as text; of {@code {"id":…}} its id, so that what was read can be sent back. */
    private static String scalar(JsonNode node) {
        if (node.isObject() && node.path("id").isString())
            return node.path("id").stringValue();
        if (node.isContainer()) throw new ValueRefused("notAText");
        return node.asString();
    }

    /** From the form kept in {@code custom} back to the value; what an administrator since forbade stays readable. */
    static @Nullable Object fromStored(Field field, @Nullable JsonNode node) {
        if (node == null || node.isNull() || node.isMissingNode()) return null;
        return switch (field.type()) {
            case NUMBER, PERCENT -> new BigDecimal(node.asString());
            case MONEY ->
                new Money(
                        new BigDecimal(node.path("amount").asString()),
                        node.path("currency").asString());
            case DATE -> java.time.LocalDate.parse(node.asString());
            case DATE_TIME -> java.time.Instant.parse(node.asString());
            case YES_NO -> node.booleanValue();
            case CHOICES -> strings(node);
            case FILES -> ids(node);
            case PERSON, DEPARTMENT, RECORD -> UUID.fromString(node.asString());
            default -> node.asString();
        };
    }

    /** The form kept in {@code custom}: what Jackson writes as a plain JSON value. */
    static Object toStored(Object value) {
        return switch (value) {
            case Money money ->
                java.util.Map.of("amount", money.amount().toPlainString(), "currency", money.currency());
            case BigDecimal number -> number;
            case Boolean yesNo -> yesNo;
            case List<?> list -> list;
            default -> value.toString();
        };
    }

    /** The ids in a stored list. */
    static List<UUID> ids(JsonNode node) {
        List<UUID> ids = new ArrayList<>();
        node.forEach(item -> ids.add(UUID.fromString(item.asString())));
        return List.copyOf(ids);
    }

    private static List<String> strings(JsonNode node) {
        List<String> items = new ArrayList<>();
        node.forEach(item -> items.add(item.asString()));
        return List.copyOf(items);
    }
}
