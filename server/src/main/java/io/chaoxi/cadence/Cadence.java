package io.chaoxi.cadence;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 跟进节奏: what is done with certain customers again and again.
 *
 * @param condition which customers, as a list's filter; empty for all that have an owner
 * @param kind of activity that it asks for
 * @param person who does it; null for the owner of each customer
 * @param restarts whether an activity of that kind, done without the task, counts as this time
 * @param leadDays so many days before it is due the task appears
 * @param subject of the task; {@link #NAME} stands for the customer's name
 * @param active false too for one that was deleted
 * @param since whoever had an owner before is due first within one period behind this day
 */
record Cadence(
        UUID id,
        long version,
        String name,
        String condition,
        int every,
        Unit unit,
        String kind,
        @Nullable UUID person,
        boolean restarts,
        int leadDays,
        String subject,
        @Nullable String goal,
        boolean active,
        LocalDate since) {
    static final String NAME = "{客户}";

    /** A task's longest subject. */
    private static final int LONGEST_SUBJECT = 200;

    /** Of what a period is made. */
    enum Unit {
        DAY("day", ChronoUnit.DAYS),
        WEEK("week", ChronoUnit.WEEKS),
        MONTH("month", ChronoUnit.MONTHS);

        final String key;
        private final ChronoUnit unit;

        Unit(String key, ChronoUnit unit) {
            this.key = key;
            this.unit = unit;
        }

        static Unit of(String key) {
            for (Unit unit : values()) {
                if (unit.key.equals(key)) return unit;
            }
            return DAY;
        }
    }

    /** The day a period behind this one; the last of a shorter month. */
    LocalDate after(LocalDate day) {
        return day.plus(every, unit.unit);
    }

    /** How long the period is that ends with {@link #since}. */
    int days() {
        return (int) ChronoUnit.DAYS.between(since.minus(every, unit.unit), since);
    }

    /**
     * The day from which the period of a customer counts that begins today: of the days on which its periods would have
     * begun, the last one that has come.
     *
     * @param owned since when it has an owner
     * @param spread any number from 0 on that stays the same for the customer
     */
    LocalDate begin(@Nullable LocalDate owned, int spread, LocalDate today) {
        boolean late = owned != null && !owned.isBefore(since);
        LocalDate first = late && owned != null ? owned : since.minusDays(spread % days());
        if (first.isAfter(today)) return first;
        long turns = unit.unit.between(first, today) / every;
        while (!first.plus((turns + 1) * every, unit.unit).isAfter(today)) turns++;
        return first.plus(turns * every, unit.unit);
    }

    /** From which day the period counts, given the last activity of the kind. */
    LocalDate from(LocalDate base, @Nullable LocalDate touched) {
        return restarts && touched != null && touched.isAfter(base) ? touched : base;
    }

    /** Whether an activity of that day does what a task is about that was opened on a day. */
    boolean does(@Nullable LocalDate touched, LocalDate base, LocalDate opened) {
        return touched != null && touched.isAfter(base) && (restarts || !touched.isBefore(opened));
    }

    /** Of its task about a customer. */
    String subjectOf(String customer) {
        String whole = subject.contains(NAME) ? subject.replace(NAME, customer) : subject + " " + customer;
        int end = Math.min(LONGEST_SUBJECT, whole.codePointCount(0, whole.length()));
        return whole.substring(0, whole.offsetByCodePoints(0, end));
    }
}
