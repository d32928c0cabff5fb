package io.chaoxi.platform.record;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Where the values of a record type lie in its table: catalogue entries ↔ columns. */
final class RecordFields {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final BigDecimal KEY_UNITS = BigDecimal.valueOf(10_000);

    private final RecordType type;

    RecordFields(RecordType type) {
        this.type = type;
    }

    @SuppressWarnings("unchecked")
    static Field<Object> untyped(Field<?> field) {
        return (Field<Object>) field;
    }

    /** The value as the column takes it; fails when it cannot be. */
    static Object converted(Field<Object> column, Object value) {
        return java.util.Objects.requireNonNull(
                DSL.val(value, column.getDataType()).getValue());
    }

    /** The columns that hold these fields, with id and version. */
    List<Field<?>> columns(Collection<io.chaoxi.platform.record.Field> fields) {
        var columns = new LinkedHashSet<Field<?>>();
        columns.add(type.column("id"));
        columns.add(type.column("version"));
        for (var field : fields) {
            if (field.custom()) columns.add(type.column("custom"));
            if (field.column() != null) columns.add(type.column(field.column()));
            if (field.currencyColumn() != null) columns.add(type.column(field.currencyColumn()));
        }
        return new ArrayList<>(columns);
    }

    /** What a list is sorted by: the field's sort column, its own column, its slot, or its place in {@code custom}. */
    Field<Object> sortKey(io.chaoxi.platform.record.Field field) {
        return field.sortColumn() != null ? type.column(field.sortColumn()) : operand(field);
    }

    /** What a filter compares. An indexed custom field is compared by its slot, see {@link #slotValue}. */
    Field<Object> operand(io.chaoxi.platform.record.Field field) {
        return field.indexed() ? type.column(String.valueOf(field.slot())) : stored(field);
    }

    /** The value itself, wherever it lies. */
    Field<Object> stored(io.chaoxi.platform.record.Field field) {
        if (field.column() != null) return type.column(field.column());
        var text = DSL.jsonbGetAttributeAsText(type.column("custom", JSONB.class), DSL.inline(field.key()));
        return switch (field.type()) {
            case NUMBER, PERCENT -> untyped(text.cast(SQLDataType.NUMERIC));
            case MONEY ->
                untyped(DSL.jsonbGetAttributeAsText(
                                DSL.jsonbGetAttribute(type.column("custom", JSONB.class), DSL.inline(field.key())),
                                DSL.inline("amount"))
                        .cast(SQLDataType.NUMERIC));
            case DATE -> untyped(text.cast(SQLDataType.LOCALDATE));
            case DATE_TIME -> untyped(text.cast(SQLDataType.TIMESTAMPWITHTIMEZONE));
            case YES_NO -> untyped(text.cast(SQLDataType.BOOLEAN));
            default -> untyped(text);
        };
    }

    /** A number to be added up, and for money its currency. */
    GroupSql.Sum sum(io.chaoxi.platform.record.Field field) {
        Field<?> currency = field.currencyColumn() != null
                ? type.column(field.currencyColumn())
                : DSL.jsonbGetAttributeAsText(
                        DSL.jsonbGetAttribute(type.column("custom", JSONB.class), DSL.inline(field.key())),
                        DSL.inline("currency"));
        boolean money = field.type() == FieldType.MONEY;
        return new GroupSql.Sum(
                stored(field).cast(SQLDataType.NUMERIC),
                money ? currency.cast(SQLDataType.VARCHAR) : DSL.castNull(SQLDataType.VARCHAR));
    }

    /** The typed key of an indexed custom field: text as it is, numbers × 10,000, days since 1970, microseconds. */
    static @Nullable Object slotValue(io.chaoxi.platform.record.Field field, @Nullable Object value) {
        return switch (value) {
            case null -> null;
            case BigDecimal number -> number.multiply(KEY_UNITS).longValue();
            case Money money -> money.amount().multiply(KEY_UNITS).longValue();
            case LocalDate date -> date.toEpochDay();
            case Instant instant -> instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000;
            case Boolean yesNo -> yesNo ? 1L : 0L;
            default -> value.toString();
        };
    }

    /** What a filter compares with, in the form of {@link #operand}. */
    static Object comparable(io.chaoxi.platform.record.Field field, Object value) {
        if (field.indexed()) return java.util.Objects.requireNonNull(slotValue(field, value));
        return switch (value) {
            case Instant instant -> OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
            case Money money -> money.amount();
            case UUID id when field.custom() -> id.toString();
            default -> value;
        };
    }

    /**
     * The columns to write for these values: every declared field that the program may store, and {@code custom} with its
     * slots. A change is laid over what {@code custom} holds, so that a field this node does not know yet keeps its value.
     */
    Map<Field<?>, @Nullable Object> stored(
            Map<String, @Nullable Object> values, Collection<io.chaoxi.platform.record.Field> fields, boolean change) {
        var columns = new LinkedHashMap<Field<?>, @Nullable Object>();
        var custom = new LinkedHashMap<String, @Nullable Object>();
        for (var field : fields) {
            Object value = values.get(field.name());
            if (field.custom()) {
                if (value != null || change) custom.put(field.key(), value == null ? null : JsonValues.toStored(value));
                if (field.slot() != null) columns.put(type.column(field.slot()), slotValue(field, value));
            } else if (field.column() != null) {
                storeDeclared(columns, field, value);
            }
        }
        if (!custom.isEmpty() || !change && type.customizable()) {
            JSONB patch = JSONB.valueOf(JSON.writeValueAsString(custom));
            columns.put(type.column("custom"), change ? laidOver(patch) : patch);
        }
        return columns;
    }

    private Field<JSONB> laidOver(JSONB patch) {
        var custom = type.column("custom", JSONB.class);
        var both = DSL.function("jsonb_concat", SQLDataType.JSONB, custom, DSL.val(patch));
        return DSL.function("jsonb_strip_nulls", SQLDataType.JSONB, both);
    }

    private void storeDeclared(
            Map<Field<?>, @Nullable Object> columns, io.chaoxi.platform.record.Field field, @Nullable Object value) {
        var column = type.column(String.valueOf(field.column()));
        Object stored = switch (value) {
            case Money money -> money.amount();
            case List<?> items when items.getFirst() instanceof UUID -> items.toArray(UUID[]::new);
            case List<?> items -> items.toArray(String[]::new);
            case null -> field.type() == FieldType.TAGS ? new UUID[0] : null;
            default -> value;
        };
        if (field.type() == FieldType.YES_NO && stored == null) stored = false;
        columns.put(column, stored == null ? null : converted(column, stored));
        if (field.currencyColumn() != null) {
            columns.put(type.column(field.currencyColumn()), value instanceof Money money ? money.currency() : null);
        }
    }
}
