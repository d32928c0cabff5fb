package io.chaoxi.platform.record;

import io.chaoxi.platform.Label;
import io.chaoxi.platform.reference.Industries;
import io.chaoxi.platform.reference.Regions;
import io.chaoxi.platform.rights.Actor;
import io.chaoxi.platform.text.Masks;
import io.chaoxi.platform.text.PhoneNumbers;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A record as the API shows it to the acting person: hidden fields are absent, masked ones masked and named in
 * {@code masked}, references and choices carry their labels in the caller's language.
 */
@Component
class RowJson {
    private static final Label GONE_TAG = new Label("已删的标签", "Deleted tag");
    private static final Label GONE_OPTION = new Label("已删的选项", "Deleted option");

    private final TextValues texts;
    private final Choices choices;
    private final Formulas formulas;

    RowJson(TextValues texts, Choices choices, Formulas formulas) {
        this.texts = texts;
        this.choices = choices;
        this.formulas = formulas;
    }

    Map<String, @Nullable Object> render(
            Catalogue catalogue,
            UUID id,
            long version,
            Collection<Field> fields,
            Map<String, @Nullable Object> values,
            Map<UUID, String> labels) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("id", id.toString());
        row.put("version", version);
        var custom = new LinkedHashMap<String, @Nullable Object>();
        List<String> masked = new ArrayList<>();
        for (Field field : fields) {
            Object value = field.type() == FieldType.FORMULA
                    ? formulas.value(catalogue, field, values)
                    : values.get(field.name());
            boolean hide = value != null && catalogue.masked(field);
            Object shown = value != null && hide ? mask(field, value) : value(field, value, labels, catalogue.actor());
            if (hide) masked.add(field.name());
            if (field.custom()) {
                custom.put(field.key(), shown);
            } else {
                row.put(field.name(), shown);
                if (field.type() == FieldType.PHONE && value != null)
                    row.put(field.name() + "Text", phone(shown, hide));
            }
        }
        if (!custom.isEmpty()) row.put("custom", custom);
        row.put("masked", masked);
        return row;
    }

    private static @Nullable Object phone(@Nullable Object shown, boolean masked) {
        return masked || shown == null ? shown : PhoneNumbers.shown(shown.toString());
    }

    static @Nullable Object mask(Field field, Object value) {
        return value instanceof String text
                ? Masks.forFieldType(field.type().key()).apply(text)
                : "***";
    }

    /** A value in its JSON form; also used for the two sides of a change. */
    @Nullable
    Object value(Field field, @Nullable Object value, Map<UUID, String> labels, Actor actor) {
        return switch (value) {
            case null -> null;
            case UUID id -> reference(id, labels);
            case Money money -> Map.of("amount", money.amount().toPlainString(), "currency", money.currency());
            case List<?> items ->
                items.stream().map(item -> choice(field, item, actor)).toList();
            case BigDecimal number -> number;
            case Boolean yesNo -> yesNo;
            case Instant instant -> instant.toString();
            case String text -> coded(field, text, actor);
            default -> value.toString();
        };
    }

    private static Map<String, @Nullable Object> reference(UUID id, Map<UUID, String> labels) {
        var reference = new LinkedHashMap<String, @Nullable Object>();
        String label = labels.get(id);
        boolean program = id.getMostSignificantBits() == 0 && id.getLeastSignificantBits() == 0;
        reference.put("id", label == null ? null : id.toString());
        reference.put("label", program ? "潮汐" : label);
        return reference;
    }

    private Object coded(Field field, String text, Actor actor) {
        return switch (field.type()) {
            case CHOICE -> choice(field, text, actor);
            case REGION -> Map.of("id", text, "label", Regions.label(text));
            case INDUSTRY -> Map.of("id", text, "label", Industries.label(text));
            default -> text;
        };
    }

    /** What is shown where a tag or an option is no longer there: never a bare id. */
    private static Label gone(Field field) {
        return field.type() == FieldType.TAGS ? GONE_TAG : GONE_OPTION;
    }

    private Map<String, Object> choice(Field field, Object id, Actor actor) {
        ChoiceItem item = field.type() == FieldType.TAGS
                ? choices.tags().get(id)
                : texts.options(field).get(id.toString());
        return item == null
                ? Map.of("id", id.toString(), "label", gone(field).in(actor.locale()), "color", "gray", "gone", true)
                : Map.of("id", item.id(), "label", item.label().in(actor.locale()), "color", item.color());
    }
}
