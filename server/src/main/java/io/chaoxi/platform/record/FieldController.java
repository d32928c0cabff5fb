package io.chaoxi.platform.record;

import io.chaoxi.platform.Label;
import io.chaoxi.platform.Labels;
import io.chaoxi.platform.rights.FieldRight;
import io.chaoxi.platform.rights.Needs;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The field catalogue over HTTP, as the one who asks may see it; forms, lists and filters are made from it. */
@RestController
@RequestMapping("/api/v1/fields")
class FieldController {
    private final Catalogues catalogues;
    private final Labels labels;

    FieldController(Catalogues catalogues, Labels labels) {
        this.catalogues = catalogues;
        this.labels = labels;
    }

    /** An object with its fields and the groups they stand in. */
    record Described(
            String object,
            String path,
            Label label,
            String title,
            String defaultSort,
            List<DescribedField> fields,
            List<Group> groups) {}

    record Group(String key, Label label) {}

    /**
     * A field as the caller may use it.
     *
     * @param options key of the dictionary to choose from, or the own options of a custom field
     * @param indexed an index serves filters and sorts by it
     */
    record DescribedField(
            String name,
            Label label,
            @Nullable Label help,
            FieldType type,
            String group,
            boolean required,
            boolean readOnly,
            FieldRight right,
            boolean list,
            boolean sortable,
            boolean filterable,
            boolean quick,
            @Nullable Integer maxLength,
            @Nullable Object options,
            @Nullable String object,
            int decimals,
            boolean sensitive,
            @Nullable String formula,
            boolean custom,
            boolean indexed,
            @Nullable UUID id) {}

    /** An own option of a custom field, in the caller's language. */
    record Option(String id, String label, String color, boolean disabled) {}

    @GetMapping("/{object}")
    @Needs("{object}.read")
    Described describe(@PathVariable String object) {
        Catalogue catalogue = catalogues.of(object);
        catalogue.actor().require(object + ".read");
        var fields = catalogue.visible();
        RecordType type = catalogue.type();
        return new Described(
                object,
                type.path(),
                labels.of(object, "_object"),
                type.title(),
                Ordering.own(catalogue),
                fields.stream().map(field -> describe(catalogue, field)).toList(),
                groups(fields));
    }

    private List<Group> groups(List<Field> fields) {
        Set<String> used = new LinkedHashSet<>();
        fields.forEach(field -> used.add(field.group()));
        return labels.keys("group").stream()
                .filter(used::contains)
                .map(key -> new Group(key, labels.of("group", key)))
                .toList();
    }

    private static DescribedField describe(Catalogue catalogue, Field field) {
        FieldRight right = catalogue.right(field);
        return new DescribedField(
                field.name(),
                field.label(),
                field.help(),
                field.type(),
                field.group(),
                field.is(Field.Trait.REQUIRED),
                !catalogue.writable(field),
                right,
                field.is(Field.Trait.LISTED),
                field.sortable() && right.readable(),
                !field.type().operators().isEmpty() && right.readable(),
                field.is(Field.Trait.QUICK),
                field.maxLength(),
                field.dictionary() == null ? options(catalogue, field) : field.dictionary(),
                field.object(),
                field.decimals(),
                field.is(Field.Trait.SENSITIVE),
                field.formula(),
                field.custom(),
                field.indexed(),
                field.customId());
    }

    private static @Nullable List<Option> options(Catalogue catalogue, Field field) {
        if (field.options().isEmpty()) return null;
        var locale = catalogue.actor().locale();
        return field.options().stream()
                .map(option -> new Option(option.id(), option.label().in(locale), option.color(), option.disabled()))
                .toList();
    }
}
