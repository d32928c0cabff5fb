package io.chaoxi.platform.record;

import io.chaoxi.platform.Label;
import io.chaoxi.platform.reference.Industries;
import io.chaoxi.platform.reference.Regions;
import io.chaoxi.platform.rights.Actor;
import io.chaoxi.platform.text.PhoneNumbers;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A record as the API shows it to the acting person: hidden fields are absent, masked ones masked and named in
 * {@code masked}, references and choices carry their labels in the caller's language.
 */
@Component
class RowJson {
    private static final Set<FieldType> RECURRING = EnumSet.of(
            FieldType.CHOICE,
            FieldType.CHOICES,
            FieldType.TAGS,
            FieldType.REGION,
            FieldType.INDUSTRY,
            FieldType.PERSON,
            FieldType.DEPARTMENT,
            FieldType.RECORD);
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

    /** What shows records of one list: everything that is the same for all of them is asked once. */
    Shown of(Catalogue catalogue, Collection<Field> fields, Titles titles) {
        var columns = fields.stream()
                .map(field -> new Column(field, catalogue.masked(field), new HashMap<>()))
                .toList();
        return new Shown(catalogue, columns, titles);
    }

    /**
     * A field of the list.
     *
     * @param known what values that come up again and again look like: choices, regions, people
     */
    private record Column(Field field, boolean masked, Map<Object, Object> known) {}

    /** Shows one record after the other; for one thread. */
    final class Shown {
        private final Catalogue catalogue;
        private final List<Column> columns;
        private final Titles titles;

        private Shown(Catalogue catalogue, List<Column> columns, Titles titles) {
            this.catalogue = catalogue;
            this.columns = columns;
            this.titles = titles;
        }

        Map<String, @Nullable Object> row(RecordReading.Found found) {
            var row = new Row();
            row.put("id", found.id().toString());
            row.put("version", found.version());
            var custom = new LinkedHashMap<String, @Nullable Object>();
            List<String> masked = new ArrayList<>();
            for (Column column : columns) {
                Field field = column.field();
                Object value = field.type() == FieldType.FORMULA
                        ? formulas.value(catalogue, field, found.values())
                        : found.values().get(field.name());
                boolean hide = value != null && column.masked();
                Object shown = value != null && hide ? field.mask(value) : shown(column, value);
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

        private @Nullable Object shown(Column column, @Nullable Object value) {
            if (value == null) return null;
            Field field = column.field();
            return RECURRING.contains(field.type())
                    ? column.known()
                            .computeIfAbsent(
                                    value, any -> Objects.requireNonNull(value(field, any, titles, catalogue.actor())))
                    : value(field, value, titles, catalogue.actor());
        }
    }

    private static @Nullable Object phone(@Nullable Object shown, boolean masked) {
        return masked || shown == null ? shown : PhoneNumbers.shown(shown.toString());
    }

    /** A value in its JSON form; also used for the two sides of a change. */
    @Nullable
    Object value(Field field, @Nullable Object value, Titles titles, Actor actor) {
        return switch (value) {
            case null -> null;
            case UUID id -> reference(id, titles.records());
            case Money money -> Map.of("amount", money.amount().toPlainString(), "currency", money.currency());
            case List<?> ids when field.type() == FieldType.FILES -> files(HeldFiles.ids(ids), titles);
            case List<?> items ->
                items.stream().map(item -> choice(field, item, actor)).toList();
            case BigDecimal number -> number;
            case Boolean yesNo -> yesNo;
            case Instant instant -> instant.toString();
            case String text -> coded(field, text, actor);
            default -> value.toString();
        };
    }

    private static List<Map<String, Object>> files(List<UUID> ids, Titles titles) {
        return ids.stream()
                .map(titles.files()::get)
                .filter(Objects::nonNull)
                .map(HeldFile::shown)
                .toList();
    }

    private static Map<String, @Nullable Object> reference(UUID id, Map<UUID, String> labels) {
        var reference = new LinkedHashMap<String, @Nullable Object>();
        String label = labels.get(id);
        reference.put("id", label == null ? null : id.toString());
        reference.put("label", Actor.name(id, labels));
        return reference;
    }

    private Object coded(Field field, String text, Actor actor) {
        return switch (field.type()) {
            case CHOICE -> choice(field, text, actor);
            case REGION -> Map.of("id", text, "label", Regions.label(text));
            case INDUSTRY -> Map.of("id", text, "label", Industries.label(text, actor.locale()));
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
