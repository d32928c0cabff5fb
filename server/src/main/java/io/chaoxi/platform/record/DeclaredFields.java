package io.chaoxi.platform.record;

import io.chaoxi.platform.Label;
import io.chaoxi.platform.Labels;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** Reads catalogue entries from the components of a record: the component's type says how the field behaves. */
final class DeclaredFields {
    private static final Map<Type, FieldType> TYPES = Map.ofEntries(
            Map.entry(String.class, FieldType.TEXT),
            Map.entry(LongText.class, FieldType.LONG_TEXT),
            Map.entry(Phone.class, FieldType.PHONE),
            Map.entry(Email.class, FieldType.EMAIL),
            Map.entry(Link.class, FieldType.LINK),
            Map.entry(RegionCode.class, FieldType.REGION),
            Map.entry(IndustryCode.class, FieldType.INDUSTRY),
            Map.entry(Integer.class, FieldType.NUMBER),
            Map.entry(int.class, FieldType.NUMBER),
            Map.entry(Long.class, FieldType.NUMBER),
            Map.entry(BigDecimal.class, FieldType.NUMBER),
            Map.entry(Money.class, FieldType.MONEY),
            Map.entry(LocalDate.class, FieldType.DATE),
            Map.entry(Instant.class, FieldType.DATE_TIME),
            Map.entry(Boolean.class, FieldType.YES_NO),
            Map.entry(boolean.class, FieldType.YES_NO),
            Map.entry(PersonId.class, FieldType.PERSON),
            Map.entry(DepartmentId.class, FieldType.DEPARTMENT),
            Map.entry(TagIds.class, FieldType.TAGS),
            Map.entry(UUID.class, FieldType.RECORD));
    private static final int LONGEST_TEXT = 20_000;

    private DeclaredFields() {}

    static List<Field> of(
            String object, Table<?> table, Class<? extends java.lang.Record> fields, boolean readOnly, Labels labels) {
        return Arrays.stream(fields.getRecordComponents())
                .map(component -> field(object, table, component, readOnly, labels))
                .toList();
    }

    private static Field field(
            String object, Table<?> table, RecordComponent component, boolean readOnly, Labels labels) {
        String name = component.getName();
        FieldType type = type(component);
        String topic = labels.find(object, name).isPresent() ? object : "record";
        String column = column(table, name);
        return new Field(
                name,
                type,
                labels.of(topic, name),
                help(topic, name, labels),
                groupOf(topic, name, labels),
                traits(component, readOnly),
                longest(component, type),
                component.getType() == BigDecimal.class || type == FieldType.MONEY ? 4 : 0,
                column,
                type == FieldType.MONEY ? column + "_currency" : null,
                value(component, Sorted.class, Sorted::value),
                value(component, Choice.class, Choice::value),
                List.of(),
                referenced(component, type),
                null,
                null,
                null);
    }

    private static FieldType type(RecordComponent component) {
        if (component.isAnnotationPresent(Sequence.class)) return FieldType.SEQUENCE;
        if (component.isAnnotationPresent(Choice.class)) {
            return component.getType() == String.class ? FieldType.CHOICE : FieldType.CHOICES;
        }
        FieldType type = TYPES.get(component.getType());
        if (type == null) throw new IllegalStateException("No field type for " + component);
        return type;
    }

    private static String column(Table<?> table, String name) {
        String snake = name.replaceAll("([A-Z])", "_$1").toLowerCase(java.util.Locale.ROOT);
        for (String column : List.of(snake, snake + "_id")) {
            if (table.field(column) != null) return column;
        }
        throw new IllegalStateException("%s has no column for %s".formatted(table.getName(), name));
    }

    private static Set<Field.Trait> traits(RecordComponent component, boolean readOnly) {
        var traits = EnumSet.noneOf(Field.Trait.class);
        if (readOnly || component.isAnnotationPresent(Sequence.class)) traits.add(Field.Trait.READ_ONLY);
        if (constraint(component, NotBlank.class) != null || constraint(component, NotNull.class) != null) {
            traits.add(Field.Trait.REQUIRED);
        }
        if (component.isAnnotationPresent(Sensitive.class)) traits.add(Field.Trait.SENSITIVE);
        if (component.isAnnotationPresent(Quick.class)) traits.add(Field.Trait.QUICK);
        if (component.isAnnotationPresent(Listed.class)) traits.add(Field.Trait.LISTED);
        if (component.isAnnotationPresent(Searched.class)) traits.add(Field.Trait.SEARCHED);
        return traits;
    }

    private static @Nullable Integer longest(RecordComponent component, FieldType type) {
        if (type == FieldType.LONG_TEXT) return LONGEST_TEXT;
        Size size = constraint(component, Size.class);
        return size == null ? null : size.max();
    }

    private static @Nullable String referenced(RecordComponent component, FieldType type) {
        return switch (type) {
            case PERSON -> "person";
            case DEPARTMENT -> "department";
            default -> value(component, References.class, References::value);
        };
    }

    private static @Nullable Label help(String topic, String name, Labels labels) {
        String zh = labels.property(topic, name, "helpZh");
        String en = labels.property(topic, name, "helpEn");
        return zh == null || en == null ? null : new Label(zh, en);
    }

    private static String groupOf(String topic, String name, Labels labels) {
        String group = labels.property(topic, name, "group");
        return group == null ? "profile" : group;
    }

    /** Constraints stand on the field behind a component, our own annotations on the component itself. */
    private static <A extends Annotation> @Nullable A constraint(RecordComponent component, Class<A> annotation) {
        try {
            return component
                    .getDeclaringRecord()
                    .getDeclaredField(component.getName())
                    .getAnnotation(annotation);
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <A extends Annotation, T> @Nullable T value(
            RecordComponent component, Class<A> annotation, java.util.function.Function<A, T> read) {
        A present = component.getAnnotation(annotation);
        return present == null ? null : read.apply(present);
    }
}
