package io.chaoxi.publicapi;

import io.chaoxi.platform.record.Field;
import io.chaoxi.platform.record.Field.Trait;
import io.chaoxi.platform.record.FieldType;
import io.chaoxi.platform.record.RecordType;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.Set;

/** The shapes of an object: its row, a page of rows, what makes one and what changes one. */
final class RecordSchemas {
    private RecordSchemas() {}

    static String name(RecordType type) {
        return Character.toUpperCase(type.object().charAt(0)) + type.object().substring(1);
    }

    static void addShared(Components components) {
        components.addSchemas(
                "Reference", object().addProperty("id", nullable("string")).addProperty("label", nullable("string")));
        components.addSchemas(
                "Choice",
                object().addProperty("id", of("string"))
                        .addProperty("label", of("string"))
                        .addProperty("color", of("string")));
        components.addSchemas("Code", object().addProperty("id", of("string")).addProperty("label", of("string")));
        components.addSchemas(
                "Money", object().addProperty("amount", of("string")).addProperty("currency", of("string")));
        var error = object().addProperty("field", of("string"))
                .addProperty("code", of("string"))
                .addProperty("message", of("string"));
        components.addSchemas(
                "Problem",
                object().addProperty("type", of("string"))
                        .addProperty("title", of("string"))
                        .addProperty("status", of("integer"))
                        .addProperty("code", of("string"))
                        .addProperty("detail", of("string"))
                        .addProperty("id", of("string"))
                        .addProperty("errors", listOf(error)));
    }

    static void add(Components components, RecordType type) {
        Schema<?> row = object().addProperty("id", of("string"))
                .addProperty("version", of("integer"))
                .addProperty("masked", listOf(of("string")))
                .addProperty("can", listOf(of("string")))
                .addProperty("custom", custom());
        Schema<?> draft = object();
        Schema<?> patch = object();
        if (type.customizable()) {
            draft.addProperty("custom", custom());
            patch.addProperty("custom", custom());
        }
        for (Field field : type.fields()) {
            row.addProperty(field.name(), read(field));
            if (field.type() == FieldType.PHONE) row.addProperty(field.name() + "Text", nullable("string"));
            if (field.is(Trait.READ_ONLY)) continue;
            draft.addProperty(field.name(), written(field));
            patch.addProperty(field.name(), written(field));
            if (field.is(Trait.REQUIRED)) draft.addRequiredItem(field.name());
        }
        String name = name(type);
        row.setRequired(List.of("id", "version", "masked"));
        components.addSchemas(name, row);
        components.addSchemas(name + "Draft", draft);
        components.addSchemas(name + "Patch", patch);
        Schema<?> page = object().addProperty("items", listOf(reference(name))).addProperty("next", nullable("string"));
        page.setRequired(List.of("items"));
        components.addSchemas(name + "Page", page);
    }

    private static Schema<?> custom() {
        return object().description(
                        "The firm's own fields by key, each as its type in GET /fields/{object} says. A field of"
                                + " files reads as a list of HeldFile and is written as a list of their ids");
    }

    /** Adds the fields of an object that one may write. */
    static void addWritten(Schema<?> shape, RecordType type) {
        type.fields().stream()
                .filter(field -> !field.is(Trait.READ_ONLY))
                .forEach(field -> shape.addProperty(field.name(), written(field)));
    }

    private static Schema<?> read(Field field) {
        return switch (field.type()) {
            case PERSON, DEPARTMENT, RECORD -> orNull("Reference");
            case CHOICE -> orNull("Choice");
            case REGION, INDUSTRY -> orNull("Code");
            case MONEY -> orNull("Money");
            case CHOICES, TAGS -> listOf(reference("Choice")).types(Set.of("array", "null"));
            case FORMULA -> new Schema<>();
            default -> scalar(field);
        };
    }

    private static Schema<?> written(Field field) {
        return switch (field.type()) {
            case MONEY -> orNull("Money");
            case CHOICES, TAGS -> listOf(of("string")).types(Set.of("array", "null"));
            default -> scalar(field);
        };
    }

    private static Schema<?> scalar(Field field) {
        var schema = switch (field.type()) {
            case NUMBER, PERCENT -> nullable("number");
            case YES_NO -> nullable("boolean");
            case DATE -> nullable("string").format("date");
            case DATE_TIME -> nullable("string").format("date-time");
            default -> nullable("string");
        };
        return schema.description(field.label().zh() + " / " + field.label().en());
    }

    private static Schema<?> object() {
        return of("object");
    }

    private static Schema<?> of(String type) {
        return new Schema<>().types(Set.of(type));
    }

    private static Schema<?> nullable(String type) {
        return new Schema<>().types(Set.of(type, "null"));
    }

    private static Schema<?> orNull(String name) {
        return new Schema<>().anyOf(List.of(reference(name), of("null")));
    }

    private static Schema<?> listOf(Schema<?> items) {
        return of("array").items(items);
    }

    private static Schema<?> reference(String name) {
        return new Schema<>().$ref("#/components/schemas/" + name);
    }
}
