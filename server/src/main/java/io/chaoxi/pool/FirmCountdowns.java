package io.chaoxi.pool;

import io.chaoxi.platform.record.Countdowns;
import io.chaoxi.platform.record.Standing;
import io.chaoxi.workday.WorkDays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a firm's pools with its calendar on one of its days. A term begins the day after and ends with its last
 * day: what was followed up on the first of March returns after the 31st when the rule says thirty days. Nobody loses a
 * record of which he was not warned as early as its rule says, whatever became earlier since: then the time of the warning
 * begins today.
 *
 * @param rules of the pools that have one
 * @param pools that are there
 * @param standard whose rule holds for what came out of no pool, or out of one that is gone
 */
record FirmCountdowns(Map<UUID, ReturnRule> rules, Set<UUID> pools, UUID standard, Days days) implements Countdowns {

    /**
     * How the firm counts.
     *
     * @param zone in which its days begin
     * @param work null where no rule counts in days of work
     */
    record Days(ZoneId zone, LocalDate today, @Nullable WorkDays work, Map<Term, LocalDate> known) {
        Days(ZoneId zone, LocalDate today, @Nullable WorkDays work) {
            this(zone, today, work, new HashMap<>());
        }

        /** A day, and how many days of work before or behind it. */
        private record Term(LocalDate day, int count) {}

        private LocalDate end(LocalDate from, int count, boolean workdays) {
            if (!workdays) return from.plusDays(count);
            return known.computeIfAbsent(
                    new Term(from, count), term -> Objects.requireNonNull(work).after(from, count));
        }

        private LocalDate begin(LocalDate end, int count, boolean workdays) {
            if (!workdays) return end.minusDays(count);
            return known.computeIfAbsent(
                    new Term(end, -count), term -> Objects.requireNonNull(work).before(end, count));
        }

        private Instant start(LocalDate day) {
            return day.atStartOfDay(zone).toInstant();
        }

        LocalDate day(Instant at) {
            return LocalDate.ofInstant(at, zone);
        }
    }

    /** The rule that holds for what an owner got out of this pool; null for none. */
    @Nullable
    ReturnRule ruleOf(@Nullable UUID pool) {
        return rules.get(pool != null && pools.contains(pool) ? pool : standard);
    }

    /** The same firm if this pool had that rule. */
    FirmCountdowns with(UUID pool, ReturnRule rule, Days counted) {
        var all = new HashMap<>(rules);
        all.put(pool, rule);
        return new FirmCountdowns(all, pools, standard, counted);
    }

    @Override
    public Due of(Standing standing) {
        var rule = ruleOf(standing.pool());
        if (rule == null || standing.owner() == null || standing.locked()) return Due.NEVER;
        Integer term = rule.daysOf(standing.grade());
        if (term == null) return Due.NEVER;
        return due(rule, days.end(base(rule, standing), term, rule.workdays()), standing);
    }

    /** The day from which it counts. */
    private LocalDate base(ReturnRule rule, Standing standing) {
        return Stream.of(followed(rule, standing), standing.from())
                .filter(Objects::nonNull)
                .map(days::day)
                .filter(day -> day.isAfter(rule.since()))
                .max(LocalDate::compareTo)
                .orElse(rule.since());
    }

    /** When it was last followed up, as the rule understands that. */
    static @Nullable Instant followed(ReturnRule rule, Standing standing) {
        if (rule.kinds().isEmpty()) return standing.lastTouch();
        return rule.kinds().stream()
                .map(standing.touches()::get)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(null);
    }

    private Due due(ReturnRule rule, LocalDate last, Standing standing) {
        Instant at = days.start(last.plusDays(1));
        if (rule.warnDays() == 0) return new Due(at, null);
        LocalDate lastWarned = days.end(days.today(), rule.warnDays(), rule.workdays());
        Instant earliest = days.start(lastWarned.plusDays(1));
        if (!at.isBefore(earliest)) return new Due(at, warning(rule, last, at, standing));
        Instant told = warned(standing) ? standing.returnAt() : null;
        if (told != null && !at.isAfter(told) && told.isBefore(earliest)) return new Due(told, null);
        return new Due(earliest, warning(rule, lastWarned, earliest, standing));
    }

    private static boolean warned(Standing standing) {
        return standing.returnAt() != null && standing.returnAt().equals(standing.warnedFor());
    }

    private @Nullable Instant warning(ReturnRule rule, LocalDate last, Instant at, Standing standing) {
        if (at.equals(standing.warnedFor())) return null;
        return days.start(days.begin(last, rule.warnDays(), rule.workdays()));
    }
}
