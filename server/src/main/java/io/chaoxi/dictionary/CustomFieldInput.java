package io.chaoxi.dictionary;

import io.chaoxi.platform.problem.Input;
import io.chaoxi.platform.record.FieldType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a custom field out of a request and refuses what its type does not allow, all faults at once. */
final class CustomFieldInput {
    static final Pattern KEY = Pattern.compile("[a-z][A-Za-z0-9]{0,39}");
    private static final Pattern OPTION_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,39}");
    private static final int MOST_OPTIONS = 200;
    private static final int LONGEST_LABEL = 60;
    private static final int LONGEST_HELP = 500;
    private static final int LONGEST_FORMULA = 1_000;
    private static final int DECIMALS = 2;
    private static final int MOST_DECIMALS = 4;

    /** Types that need no counter, no list of the firm's beside the field, and no other object. */
    private static final Set<FieldType> TYPES =
            EnumSet.complementOf(EnumSet.of(FieldType.SEQUENCE, FieldType.TAGS, FieldType.RECORD));

    /** A custom field as it is written; in a change, what is absent stays. */
    record Body(
            @Nullable String key,
            @Nullable String type,
            @Nullable String label,
            @Nullable String labelEn,
            @Nullable String help,
            @Nullable Boolean required,
            @Nullable Integer decimals,
            @Nullable List<CustomField.Option> options,
            @Nullable String formula,
            @Nullable Integer order) {}

    private final Input input;

    private CustomFieldInput(JsonNode body) {
        this.input = Input.of(body, Body.class);
    }

    /** A new field; key and type are needed. */
    static CustomField fresh(JsonNode body, CustomField blank) {
        var reading = new CustomFieldInput(body);
        String key = reading.input.text("key", 40, "");
        if (!key.isEmpty() && !KEY.matcher(key).matches()) reading.input.refuse("key", "malformedKey");
        String type =
                reading.input.word("type", TYPES.stream().map(FieldType::key).toList(), "");
        FieldType known = type.isEmpty() ? FieldType.TEXT : FieldType.of(type);
        return reading.read(key, known, blank);
    }

    /** What a change makes of a field; key and type may be repeated, not altered. */
    static CustomField changed(JsonNode body, CustomField now) {
        var reading = new CustomFieldInput(body);
        if (!now.key().equals(reading.input.optional("key", 40, now.key()))) reading.input.refuse("key", "fieldFixed");
        String type = now.type().key();
        if (!type.equals(reading.input.optional("type", 40, type))) reading.input.refuse("type", "fieldFixed");
        return reading.read(now.key(), now.type(), now);
    }

    private CustomField read(String key, FieldType type, CustomField now) {
        var field = new CustomField(
                now.id(),
                now.version(),
                key,
                type,
                input.text("label", LONGEST_LABEL, now.label()),
                input.optional("labelEn", LONGEST_LABEL, now.labelEn()),
                input.optional("help", LONGEST_HELP, now.help()),
                input.yesNo("required", now.required()),
                decimals(type, now),
                options(type, now),
                formula(type, now),
                input.number("order", 0, 10_000, now.order()),
                now.slot(),
                now.indexed());
        if (type == FieldType.FORMULA && field.required()) input.refuse("required", "notForThisType");
        input.check();
        return field;
    }

    private @Nullable Integer decimals(FieldType type, CustomField now) {
        if (type.isNumber()) {
            int standing = now.decimals() == null ? DECIMALS : now.decimals();
            return input.isNothing("decimals") ? standing : input.number("decimals", 0, MOST_DECIMALS, standing);
        }
        if (!input.isNothing("decimals")) input.refuse("decimals", "notForThisType");
        return null;
    }

    private @Nullable String formula(FieldType type, CustomField now) {
        if (type == FieldType.FORMULA) {
            return input.text("formula", LONGEST_FORMULA, now.formula() == null ? "" : now.formula());
        }
        if (!input.isNothing("formula")) input.refuse("formula", "notForThisType");
        return null;
    }

    private List<CustomField.Option> options(FieldType type, CustomField now) {
        if (type != FieldType.CHOICE && type != FieldType.CHOICES) {
            if (!input.list("options", MOST_OPTIONS).isEmpty()) input.refuse("options", "notForThisType");
            return List.of();
        }
        if (!input.has("options") && !now.options().isEmpty()) return now.options();
        var options = new ArrayList<CustomField.Option>();
        for (JsonNode node : input.list("options", MOST_OPTIONS)) options.add(option(node));
        if (options.isEmpty()) input.refuse("options", "optionsNeeded");
        refuseTwins(options);
        return List.copyOf(options);
    }

    private CustomField.Option option(JsonNode node) {
        Input part = Input.of(node, CustomField.Option.class);
        String id = part.text("id", 40, ChoiceIds.next());
        if (!id.isEmpty() && !OPTION_ID.matcher(id).matches()) part.refuse("id", "malformedId");
        var option = new CustomField.Option(
                id,
                part.text("label", LONGEST_LABEL, ""),
                part.optional("labelEn", LONGEST_LABEL, null),
                part.word("color", Colors.ALL, Colors.PLAIN),
                part.yesNo("disabled", false));
        input.refuse("options", part);
        return option;
    }

    private void refuseTwins(List<CustomField.Option> options) {
        var ids = new HashSet<String>();
        var labels = new HashSet<String>();
        for (var option : options) {
            ids.add(option.id());
            labels.add(option.label().toLowerCase(Locale.ROOT));
        }
        boolean twins = ids.size() < options.size() || labels.size() < options.size();
        if (twins) input.refuse("options", "optionTwice");
    }
}
