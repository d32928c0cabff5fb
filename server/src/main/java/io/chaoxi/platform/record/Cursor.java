package io.chaoxi.platform.record;

import io.chaoxi.platform.problem.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The place behind a row: its sort and its key values, opaque to callers and checked when it comes back. */
final class Cursor {
    private static final JsonMapper JSON = JsonMapper.shared();

    private Cursor() {}

    static String of(String sort, Ordering ordering, Record row) {
        var parts = new ArrayList<@Nullable String>();
        parts.add(sort);
        for (int i = 0; i < ordering.keys().size(); i++) parts.add(row.get("key_" + i, String.class));
        byte[] bytes = JSON.writeValueAsString(parts).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The key values, typed as the columns are; 400 for a cursor of another sort or one that was tampered with. */
    static @Nullable List<@Nullable Object> read(@Nullable String cursor, String sort, Ordering ordering) {
        if (cursor == null || cursor.isEmpty()) return null;
        try {
            JsonNode parts = JSON.readTree(Base64.getUrlDecoder().decode(cursor));
            if (parts.size() != ordering.keys().size() + 1
                    || !sort.equals(parts.get(0).asString())) throw refused();
            List<@Nullable Object> values = new ArrayList<>();
            for (int i = 0; i < ordering.keys().size(); i++) {
                JsonNode part = parts.get(i + 1);
                var type = ordering.keys().get(i).field().getDataType();
                values.add(
                        part.isNull() ? null : DSL.val(part.stringValue(), type).getValue());
            }
            if (values.getLast() == null) throw refused();
            return values;
        } catch (IllegalArgumentException | JacksonException | org.jooq.exception.DataTypeException e) {
            throw refused();
        }
    }

    private static Refusal refused() {
        return Refusal.malformed("cursorRefused", Map.of());
    }
}
