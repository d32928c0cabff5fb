package io.chaoxi.platform.record;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the values of rows of one layout; where each column stands is looked up in the first of them only. */
final class RowReader {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int NOWHERE = -1;

    private final List<Field> fields;
    private final int[] places;
    private final int[] currencies;
    private int id;
    private int version;
    private int custom;
    private boolean laidOut;

    RowReader(Collection<Field> fields) {
        this.fields = List.copyOf(fields);
        this.places = new int[fields.size()];
        this.currencies = new int[fields.size()];
    }

    RecordReading.Found found(Record row) {
        var values = values(row);
        return new RecordReading.Found(stored(row, id, UUID.class), stored(row, version, Long.class), values);
    }

    /** The values of a row by field name; empty ones are left out. */
    Map<String, @Nullable Object> values(Record row) {
        if (!laidOut) layOut(row);
        var values = new LinkedHashMap<String, @Nullable Object>();
        JsonNode own = null;
        for (int i = 0; i < places.length; i++) {
            Field field = fields.get(i);
            Object value = null;
            if (field.custom()) {
                if (own == null)
                    own = JSON.readTree(stored(row, custom, JSONB.class).data());
                value = JsonValues.fromStored(field, own.get(field.key()));
            } else if (places[i] != NOWHERE) {
                value = declared(row.get(places[i]), row, currencies[i]);
            }
            if (value != null) values.put(field.name(), value);
        }
        return values;
    }

    private static <T> T stored(Record row, int place, Class<T> type) {
        return type.cast(Objects.requireNonNull(row.get(place)));
    }

    private void layOut(Record row) {
        id = row.indexOf("id");
        version = row.indexOf("version");
        custom = row.indexOf("custom");
        for (int i = 0; i < places.length; i++) {
            Field field = fields.get(i);
            places[i] = field.column() == null ? NOWHERE : row.indexOf(field.column());
            currencies[i] = field.currencyColumn() == null ? NOWHERE : row.indexOf(field.currencyColumn());
        }
        laidOut = true;
    }

    private static @Nullable Object declared(@Nullable Object stored, Record row, int currency) {
        return switch (stored) {
            case null -> null;
            case OffsetDateTime time -> time.toInstant();
            case Short number -> new BigDecimal(number);
            case Integer number -> new BigDecimal(number);
            case Long number -> new BigDecimal(number);
            case BigDecimal amount when currency != NOWHERE -> new Money(amount, String.valueOf(row.get(currency)));
            case BigDecimal number -> plain(number);
            case Object[] items -> items.length == 0 ? null : List.of(items);
            default -> stored;
        };
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
