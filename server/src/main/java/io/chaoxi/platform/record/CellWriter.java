package io.chaoxi.platform.record;

import io.chaoxi.platform.reference.Industries;
import io.chaoxi.platform.reference.Regions;
import io.chaoxi.platform.rights.Actor;
import io.chaoxi.platform.text.PhoneNumbers;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes values as people read them in a sheet, in the acting person's language and time zone: labels instead of ids,
 * masked where he may not read. {@link CellReader} reads it back to the same values.
 */
@Component
public class CellWriter {

    private final TextValues texts;
    private final Choices choices;
    private final Formulas formulas;
    private final RecordLabels labels;

    CellWriter(TextValues texts, Choices choices, Formulas formulas, RecordLabels labels) {
        this.texts = texts;
        this.choices = choices;
        this.formulas = formulas;
        this.labels = labels;
    }

    /** The cells of these rows, in the order of the fields; hidden fields are the caller's to leave out. */
    public List<List<@Nullable Object>> rows(
            Catalogue catalogue, List<Field> fields, List<RecordReading.Found> records) {
        Titles titles = labels.of(
                fields, records.stream().map(RecordReading.Found::values).toList());
        var page = new Page(catalogue, titles, catalogue.actor().locale());
        List<List<@Nullable Object>> rows = new ArrayList<>(records.size());
        for (var found : records) {
            List<@Nullable Object> cells = new ArrayList<>(fields.size());
            for (Field field : fields) cells.add(cell(page, field, found.values()));
            rows.add(cells);
        }
        return rows;
    }

    private record Page(Catalogue catalogue, Titles titles, Locale locale) {}

    private @Nullable Object cell(Page page, Field field, Map<String, @Nullable Object> values) {
        Object value = field.type() == FieldType.FORMULA
                ? formulas.value(page.catalogue(), field, values)
                : values.get(field.name());
        if (value == null) return null;
        return page.catalogue().masked(field) ? field.mask(value) : shown(page, field, value);
    }

    private @Nullable Object shown(Page page, Field field, Object value) {
        return switch (value) {
            case UUID id -> title(page, id);
            case Money money ->
                money.currency().equals(page.catalogue().actor().currency())
                        ? number(money.amount())
                        : money.currency() + " " + number(money.amount()).toPlainString();
            case List<?> ids when field.type() == FieldType.FILES -> fileNames(page, HeldFiles.ids(ids));
            case List<?> items ->
                items.stream()
                        .map(item -> choice(page, field, item))
                        .collect(Collectors.joining(
                                Locale.ENGLISH
                                                .getLanguage()
                                                .equals(page.locale().getLanguage())
                                        ? ", "
                                        : "、"));
            case Boolean yes -> YesNo.label(yes).in(page.locale());
            case Instant moment ->
                LocalDateTime.ofInstant(moment, page.catalogue().actor().zone()).truncatedTo(ChronoUnit.SECONDS);
            case String text -> text(page, field, text);
            default -> value;
        };
    }

    private static BigDecimal number(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static @Nullable String title(Page page, UUID id) {
        return Actor.name(id, page.titles().records());
    }

    private static String fileNames(Page page, List<UUID> ids) {
        return ids.stream()
                .map(page.titles().files()::get)
                .filter(Objects::nonNull)
                .map(HeldFile::name)
                .collect(Collectors.joining("; "));
    }

    private String text(Page page, Field field, String text) {
        return switch (field.type()) {
            case CHOICE -> choice(page, field, text);
            case REGION -> Regions.label(text);
            case INDUSTRY -> text + " " + industry(page, text);
            case PHONE -> PhoneNumbers.shown(text);
            default -> text;
        };
    }

    /** With its code in front, for the name of a division may be that of a section. */
    private static String industry(Page page, String code) {
        var industry = Industries.byCode(code);
        return industry == null ? "" : industry.label(page.locale());
    }

    private String choice(Page page, Field field, Object id) {
        ChoiceItem item = field.type() == FieldType.TAGS
                ? choices.tags().get(id)
                : texts.options(field).get(id.toString());
        return item == null ? id.toString() : item.label().in(page.locale());
    }
}
