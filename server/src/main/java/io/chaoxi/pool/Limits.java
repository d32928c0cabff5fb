package io.chaoxi.pool;

import chaoxi.tables.tables.records.PoolRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What claims out of a pool are held to; null for no limit.
 *
 * @param perDay claims of a person on a day of the firm
 * @param held records that one may hold, wherever they came from
 * @param ofGrade the same for single grades
 * @param coolOff days for which a former owner leaves to others what he gave back or lost
 * @param closed hours for which what has just come back is shown but not yet claimed
 */
record Limits(
        @Nullable Integer perDay,
        @Nullable Integer held,
        Map<String, Integer> ofGrade,
        @Nullable Integer coolOff,
        @Nullable Integer closed) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<LinkedHashMap<String, Integer>> GRADES = new TypeReference<>() {};

    static Limits of(PoolRecord pool) {
        return new Limits(
                pool.getClaimsPerDay(),
                pool.getHeldMost(),
                JSON.readValue(pool.getGradeLimits().data(), GRADES),
                pool.getCoolOffDays(),
                pool.getClosedHours());
    }

    /** A limit that stands in the way: its name, which labels/quota.yaml has, and the numbers of its sentence. */
    record Reached(
            String limit,
            Map<String, Object> facts,
            @Nullable Instant until) {}

    /** What a person has in hand; asked only as far as a limit needs it. */
    interface Holds {
        /** Whether it is this many, of a grade or of all. */
        boolean reach(int many, @Nullable String grade);
    }

    /** A record that waits. */
    record Waiting(
            @Nullable UUID formerOwner,
            @Nullable Instant since,
            @Nullable String grade) {}

    /** What keeps this person from claiming what waits here, apart from how many he claimed on that day. */
    Optional<Reached> reached(Waiting record, UUID person, Holds holds, Instant now) {
        return resting(record, person, now).or(() -> full(record, holds));
    }

    /** Only what somebody had before rests; what is new is open at once. */
    private Optional<Reached> resting(Waiting record, UUID person, Instant now) {
        if (record.formerOwner() == null || record.since() == null) return Optional.empty();
        if (coolOff != null && person.equals(record.formerOwner())) {
            Instant until = record.since().plus(Duration.ofDays(coolOff));
            if (now.isBefore(until)) return Optional.of(new Reached("coolOff", Map.of("days", coolOff), until));
        }
        if (closed == null) return Optional.empty();
        Instant until = record.since().plus(Duration.ofHours(closed));
        return now.isBefore(until)
                ? Optional.of(new Reached("closed", Map.of("hours", closed), until))
                : Optional.empty();
    }

    private Optional<Reached> full(Waiting record, Holds holds) {
        if (held != null && holds.reach(held, null)) {
            return Optional.of(new Reached("held", Map.of("max", held), null));
        }
        Integer most = record.grade() == null ? null : ofGrade.get(record.grade());
        return most != null && holds.reach(most, record.grade())
                ? Optional.of(new Reached("heldOfGrade", Map.of("max", most), null))
                : Optional.empty();
    }
}
