package io.chaoxi.platform.record;

import java.util.List;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** The values of many rows as one parameter, a column of a table to join with. */
public final class Unnested {
    private Unnested() {}

    /** {@code like}: the column of whose type they are. */
    public static <T> Field<T> of(String name, Field<T> like, List<? extends @Nullable T> values) {
        if (like.getType() != JSONB.class)
            return unnested(like.getDataType(), values).as(name);
        var texts = values.stream()
                .map(value -> value == null ? null : value.toString())
                .toList();
        return unnested(SQLDataType.CLOB, texts).cast(like).as(name);
    }

    private static <T> Field<T> unnested(DataType<T> type, List<? extends @Nullable T> values) {
        Object array = java.lang.reflect.Array.newInstance(type.getType(), values.size());
        for (int i = 0; i < values.size(); i++) java.lang.reflect.Array.set(array, i, values.get(i));
        return DSL.function("unnest", type, DSL.val(array, type.array()));
    }
}
