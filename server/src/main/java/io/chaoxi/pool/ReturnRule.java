package io.chaoxi.pool;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * 回落规则 of a pool: by when a customer returns that nobody follows.
 *
 * @param days without a follow-up; null where only single grades return
 * @param grades id of a grade → its own days; null for a grade that never returns
 * @param kinds of activity that count as a follow-up; all when empty
 * @param workdays whether days are days of work
 * @param warnDays so many days before, its owner is warned; 0 for no warning
 * @param to where it goes: the pools by their conditions, a pool, or a person
 * @param since from which day it counts: what was or was not done before tells nothing
 */
record ReturnRule(
        @Nullable Integer days,
        Map<String, @Nullable Integer> grades,
        List<String> kinds,
        boolean workdays,
        int warnDays,
        String to,
        @Nullable UUID pool,
        @Nullable UUID person,
        LocalDate since) {
    static final String BY_CONDITION = "conditions";
    static final String TO_POOL = "pool";
    static final String TO_PERSON = "person";
    static final List<String> WAYS = List.of(BY_CONDITION, TO_POOL, TO_PERSON);

    private static final JsonMapper JSON = JsonMapper.shared();

    static @Nullable ReturnRule read(@Nullable JSONB stored) {
        return stored == null ? null : JSON.readValue(stored.data(), ReturnRule.class);
    }

    JSONB stored() {
        return JSONB.valueOf(JSON.writeValueAsString(this));
    }

    /** Days for a grade, or none; null for never. */
    @Nullable
    Integer daysOf(@Nullable String grade) {
        return grade != null && grades.containsKey(grade) ? grades.get(grade) : days;
    }

    /** Every number of days that occurs. */
    Stream<Integer> allDays() {
        return Stream.concat(Stream.ofNullable(days), grades.values().stream().filter(Objects::nonNull));
    }
}
