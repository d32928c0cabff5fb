package io.chaoxi.platform.record;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * The values of a column for many rows as one parameter, {@code unnest(?)}: a statement with thirty parameters instead of
 * fifteen thousand. A column that is the same in all rows is that value; lists travel as text, for PostgreSQL flattens
 * arrays of arrays.
 */
final class ColumnValues {
    private static final String SEPARATOR = "\u0001";

    private ColumnValues() {}

    static SelectField<?> of(Field<?> column, List<? extends @Nullable Object> values) {
        Object first = values.getFirst();
        if (values.stream().allMatch(value -> Objects.equals(value, first))) {
            return DSL.val(first, column.getDataType());
        }
        if (column.getDataType().isArray()) return lists(column.getDataType(), values);
        if (column.getType() == JSONB.class)
            return unnested(SQLDataType.VARCHAR, texts(values)).cast(column);
        return unnested(column.getDataType(), values);
    }

    private static <T> Field<T> unnested(DataType<T> type, List<? extends @Nullable Object> values) {
        Object array = java.lang.reflect.Array.newInstance(type.getType(), values.size());
        for (int i = 0; i < values.size(); i++) java.lang.reflect.Array.set(array, i, values.get(i));
        return DSL.function("unnest", type, DSL.val(array, type.array()));
    }

    private static Field<?> lists(DataType<?> type, List<? extends @Nullable Object> values) {
        List<@Nullable String> joined = new java.util.ArrayList<>();
        for (Object value : values) joined.add(value instanceof Object[] items ? joined(items) : null);
        return DSL.function(
                        "string_to_array",
                        SQLDataType.VARCHAR.array(),
                        unnested(SQLDataType.VARCHAR, joined),
                        DSL.inline(SEPARATOR))
                .cast(type);
    }

    private static String joined(Object[] items) {
        return Stream.of(items).map(Object::toString).collect(Collectors.joining(SEPARATOR));
    }

    private static List<? extends @Nullable Object> texts(List<? extends @Nullable Object> values) {
        List<@Nullable Object> texts = new java.util.ArrayList<>();
        for (Object value : values) texts.add(value == null ? null : value.toString());
        return texts;
    }
}
