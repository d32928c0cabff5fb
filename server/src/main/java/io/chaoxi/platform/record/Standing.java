package io.chaoxi.platform.record;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the return of a record depends on.
 *
 * @param pool out of which the owner got it; null for none
 * @param locked whatever the rules say it stays: somebody locked it, or it is at its end
 * @param from since when it counts though nothing was done with it
 * @param touches kind of touch → the last one
 * @param returnAt when it returned by what was known until now
 * @param warnAt when its owner was to be warned of that
 * @param warnedFor of which {@code returnAt} its owner was warned
 */
public record Standing(
        @Nullable UUID owner,
        @Nullable UUID pool,
        @Nullable String grade,
        boolean locked,
        @Nullable Instant from,
        @Nullable Instant lastTouch,
        Map<String, Instant> touches,
        @Nullable Instant returnAt,
        @Nullable Instant warnAt,
        @Nullable Instant warnedFor) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, Long>> TOUCHES = new TypeReference<>() {};

    private static final String EXEMPT = "return_locked";
    private static final String GRADE = "grade";

    private static final List<String> COLUMNS = List.of(
            "owner_id",
            "claimed_from_id",
            GRADE,
            EXEMPT,
            "return_from",
            "last_touch_at",
            "touch_kinds",
            "return_at",
            "warn_at",
            "warned_for");

    /** The columns that it is read from; not every object has grades. */
    static List<Field<?>> columns(RecordType type) {
        List<Field<?>> columns = new ArrayList<>();
        for (String name : COLUMNS) {
            if (name.equals(EXEMPT)) columns.add(type.exempt().as(name));
            else if (type.hasColumn(name)) columns.add(type.column(name));
        }
        return columns;
    }

    /** Of a record whose owner has just got it. */
    static Standing fresh(@Nullable UUID owner, @Nullable UUID pool, @Nullable String grade, Instant now) {
        return new Standing(owner, pool, grade, false, now, null, Map.of(), null, null, null);
    }

    static Standing of(Record row) {
        return new Standing(
                row.get("owner_id", UUID.class),
                row.get("claimed_from_id", UUID.class),
                row.field(GRADE) == null ? null : row.get(GRADE, String.class),
                row.get(EXEMPT, Boolean.class),
                instant(row, "return_from"),
                instant(row, "last_touch_at"),
                touches(row.get("touch_kinds", JSONB.class)),
                instant(row, "return_at"),
                instant(row, "warn_at"),
                instant(row, "warned_for"));
    }

    /** The same record after this was done with it. */
    public Standing touched(@Nullable Instant last, Map<String, Instant> kinds) {
        return new Standing(owner, pool, grade, locked, from, last, kinds, returnAt, warnAt, warnedFor);
    }

    /** The same record when its time begins anew. */
    public Standing anew(Instant now) {
        return new Standing(owner, pool, grade, locked, now, lastTouch, touches, returnAt, warnAt, warnedFor);
    }

    /** The same record with its next owner. */
    public Standing passed(UUID next, Instant now) {
        return fresh(next, pool, grade, now);
    }

    /** The form in which touches are kept. */
    public static JSONB stored(Map<String, Instant> touches) {
        var millis = new HashMap<String, Long>();
        touches.forEach((kind, at) -> millis.put(kind, at.toEpochMilli()));
        return JSONB.valueOf(JSON.writeValueAsString(millis));
    }

    private static Map<String, Instant> touches(JSONB stored) {
        if (stored.data().length() == 2) return Map.of();
        var touches = new HashMap<String, Instant>();
        JSON.readValue(stored.data(), TOUCHES).forEach((kind, at) -> touches.put(kind, Instant.ofEpochMilli(at)));
        return touches;
    }

    private static @Nullable Instant instant(Record row, String column) {
        OffsetDateTime at = row.get(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
