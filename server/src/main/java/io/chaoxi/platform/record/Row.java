package io.chaoxi.platform.record;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A record in its JSON form. It writes itself: a list is thousands of small values of a handful of kinds, and looking up
 * how to write each took longer than writing it.
 */
@JsonSerialize(using = Row.Writer.class)
final class Row extends LinkedHashMap<String, @Nullable Object> {
    private static final long serialVersionUID = 1L;

    /** Writes what rows are made of; anything else as Jackson would. */
    static final class Writer extends ValueSerializer<Row> {
        @Override
        public void serialize(Row row, JsonGenerator out, SerializationContext context) {
            object(row, out, context);
        }

        private static void object(Map<?, ?> map, JsonGenerator out, SerializationContext context) {
            out.writeStartObject();
            for (var entry : map.entrySet()) {
                out.writeName(String.valueOf(entry.getKey()));
                value(entry.getValue(), out, context);
            }
            out.writeEndObject();
        }

        private static void value(@Nullable Object value, JsonGenerator out, SerializationContext context) {
            switch (value) {
                case null -> out.writeNull();
                case String text -> out.writeString(text);
                case Long number -> out.writeNumber(number);
                case BigDecimal number -> out.writeNumber(number);
                case Boolean yesNo -> out.writeBoolean(yesNo);
                case Map<?, ?> map -> object(map, out, context);
                case List<?> items -> {
                    out.writeStartArray();
                    for (Object item : items) value(item, out, context);
                    out.writeEndArray();
                }
                default -> context.writeValue(out, value);
            }
        }
    }
}
