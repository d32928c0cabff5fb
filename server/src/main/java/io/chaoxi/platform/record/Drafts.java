package io.chaoxi.platform.record;

import io.chaoxi.platform.problem.FieldError;
import io.chaoxi.platform.problem.Refusal;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The typed view of a record's values, and its constraints, validated as a whole. */
@Component
public class Drafts {
    private final Validator validator;

    Drafts(Validator validator) {
        this.validator = validator;
    }

    /** The draft that business code works with, made from values by field name. */
    public java.lang.Record of(RecordType type, Map<String, @Nullable Object> values) {
        RecordComponent[] components = type.draft().getRecordComponents();
        Object[] arguments = Arrays.stream(components)
                .map(component -> typed(component.getType(), values.get(component.getName())))
                .toArray();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        return (java.lang.Record) make(type.draft(), types, arguments);
    }

    private static @Nullable Object typed(Class<?> wanted, @Nullable Object value) {
        if (value == null) return wanted == boolean.class ? false : null;
        return switch (value) {
            case BigDecimal number when wanted == Integer.class -> number.intValueExact();
            case BigDecimal number when wanted == Long.class -> number.longValueExact();
            case List<?> ids when wanted == TagIds.class -> new TagIds(uuids(ids));
            default -> wanted.isInstance(value) || wanted.isPrimitive() ? value : wrapped(wanted, value);
        };
    }

    private static List<UUID> uuids(List<?> ids) {
        return ids.stream().map(UUID.class::cast).toList();
    }

    private static Object wrapped(Class<?> wanted, Object value) {
        Class<?> inner = wanted.getRecordComponents()[0].getType();
        return make(wanted, new Class<?>[] {inner}, new Object[] {value});
    }

    private static Object make(Class<?> wanted, Class<?>[] types, @Nullable Object[] arguments) {
        try {
            Constructor<?> constructor = wanted.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("No " + wanted + " can be made", e);
        }
    }

    /** Refuses with every field that breaks its constraint, but only those that the change touches. */
    void check(Catalogue catalogue, RecordChange change) {
        List<FieldError> errors = new ArrayList<>();
        java.lang.Record draft = of(catalogue.type(), change.after());
        for (ConstraintViolation<java.lang.Record> violation : validator.validate(draft)) {
            String field = violation.getPropertyPath().toString();
            if (touched(change, field)) errors.add(new FieldError(field, code(violation), arguments(violation)));
        }
        for (Field field : catalogue.custom()) {
            boolean missing = field.is(Field.Trait.REQUIRED) && change.after().get(field.name()) == null;
            if (missing && touched(change, field.name())) errors.add(new FieldError(field.name(), "notBlank"));
        }
        if (!errors.isEmpty()) throw Refusal.fields(errors);
    }

    private static boolean touched(RecordChange change, String field) {
        return change.kind() == RecordChange.Kind.CREATED || change.changes(field);
    }

    private static String code(ConstraintViolation<?> violation) {
        String name = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    private static Map<String, Object> arguments(ConstraintViolation<?> violation) {
        var arguments = new TreeMap<>(violation.getConstraintDescriptor().getAttributes());
        arguments.keySet().retainAll(List.of("min", "max", "value"));
        return arguments;
    }
}
