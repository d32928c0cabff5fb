package io.chaoxi.conversation;

import io.chaoxi.platform.Ids;
import io.chaoxi.platform.problem.Refusal;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where something stands in the past of a record: when it was, to the millisecond, and its id for what was then too. */
public record Moment(Instant at, UUID id) implements Comparable<Moment> {
    private static final Comparator<Moment> BY_TIME =
            Comparator.comparing(Moment::at).thenComparing(Moment::id);
    private static final String MARK = "@";

    /** As far as an id tells the time. */
    private static final long LATEST = 0xFFFF_FFFF_FFFFL;

    /** Of what stands where it was made. */
    public static Moment of(UUID id) {
        return new Moment(Ids.moment(id), id);
    }

    @Override
    public int compareTo(Moment other) {
        return BY_TIME.compare(this, other);
    }

    /** What stands where it was made lies before this moment if its id is less than that. */
    UUID bound() {
        Instant made = Ids.moment(id);
        if (made.equals(at)) return id;
        return Ids.first(made.isAfter(at) ? at.plusMillis(1) : at);
    }

    String cursor() {
        return Ids.moment(id).equals(at) ? id.toString() : id + MARK + at.toEpochMilli();
    }

    /** The moment that a cursor names; 400 for a text that never was one. */
    static @Nullable Moment behind(@Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) return null;
        int mark = cursor.indexOf(MARK);
        try {
            if (mark < 0) return of(UUID.fromString(cursor));
            long at = Long.parseLong(cursor.substring(mark + 1));
            if (at < 0 || at > LATEST) throw new IllegalArgumentException(cursor);
            return new Moment(Instant.ofEpochMilli(at), UUID.fromString(cursor.substring(0, mark)));
        } catch (IllegalArgumentException e) {
            throw Refusal.malformed("cursorRefused", Map.of());
        }
    }
}
