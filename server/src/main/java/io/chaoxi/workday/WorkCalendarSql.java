package io.chaoxi.workday;

import static chaoxi.tables.Tables.WORK_CALENDAR;
import static chaoxi.tables.Tables.WORK_CALENDAR_DAY;

import io.chaoxi.platform.rights.Acting;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Every statement on the days on which firms work. */
@Component
class WorkCalendarSql {
    private final DSLContext database;
    private final Clock clock;

    WorkCalendarSql(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The week of a firm; version 0 is one that was never written. */
    record Week(long version, Set<DayOfWeek> weekdays, boolean chinese) {
        static final Week USUAL = new Week(0, EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), true);
    }

    /** A day that the firm decided itself. */
    record OwnDay(LocalDate day, boolean works, @Nullable String name) {}

    Week week() {
        return find().orElse(Week.USUAL);
    }

    private Optional<Week> find() {
        return database.select(WORK_CALENDAR.VERSION, WORK_CALENDAR.WEEKDAYS, WORK_CALENDAR.CHINESE)
                .from(WORK_CALENDAR)
                .fetchOptional(row -> new Week(row.value1(), weekdays(row.value2()), row.value3()));
    }

    private static Set<DayOfWeek> weekdays(Short[] numbers) {
        var days = EnumSet.noneOf(DayOfWeek.class);
        Arrays.stream(numbers).map(DayOfWeek::of).forEach(days::add);
        return days;
    }

    List<OwnDay> days() {
        return days(LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31));
    }

    /** From the first to the last day, both with them. */
    List<OwnDay> days(LocalDate from, LocalDate to) {
        return database.select(WORK_CALENDAR_DAY.DAY, WORK_CALENDAR_DAY.WORKS, WORK_CALENDAR_DAY.NAME)
                .from(WORK_CALENDAR_DAY)
                .where(WORK_CALENDAR_DAY.DAY.between(from, to))
                .orderBy(WORK_CALENDAR_DAY.DAY)
                .fetchInto(OwnDay.class);
    }

    int count() {
        return database.fetchCount(WORK_CALENDAR_DAY);
    }

    /** Says whether the week still had the expected version. */
    boolean change(Week week, long version) {
        Short[] weekdays = week.weekdays().stream()
                .sorted()
                .map(day -> (short) day.getValue())
                .toArray(Short[]::new);
        var actor = Acting.current();
        return version == 0
                ? database.insertInto(WORK_CALENDAR)
                                .set(WORK_CALENDAR.TENANT_ID, actor.tenant())
                                .set(WORK_CALENDAR.WEEKDAYS, weekdays)
                                .set(WORK_CALENDAR.CHINESE, week.chinese())
                                .set(WORK_CALENDAR.CHANGED_AT, now())
                                .set(WORK_CALENDAR.CHANGED_BY, actor.person())
                                .onConflictDoNothing()
                                .execute()
                        == 1
                : database.update(WORK_CALENDAR)
                                .set(WORK_CALENDAR.VERSION, version + 1)
                                .set(WORK_CALENDAR.WEEKDAYS, weekdays)
                                .set(WORK_CALENDAR.CHINESE, week.chinese())
                                .set(WORK_CALENDAR.CHANGED_AT, now())
                                .set(WORK_CALENDAR.CHANGED_BY, actor.person())
                                .where(WORK_CALENDAR.VERSION.eq(version))
                                .execute()
                        == 1;
    }

    void put(OwnDay day) {
        var actor = Acting.current();
        database.insertInto(WORK_CALENDAR_DAY)
                .set(WORK_CALENDAR_DAY.TENANT_ID, actor.tenant())
                .set(WORK_CALENDAR_DAY.DAY, day.day())
                .set(WORK_CALENDAR_DAY.WORKS, day.works())
                .set(WORK_CALENDAR_DAY.NAME, day.name())
                .set(WORK_CALENDAR_DAY.CHANGED_AT, now())
                .set(WORK_CALENDAR_DAY.CHANGED_BY, actor.person())
                .onConflict(WORK_CALENDAR_DAY.TENANT_ID, WORK_CALENDAR_DAY.DAY)
                .doUpdate()
                .set(WORK_CALENDAR_DAY.WORKS, day.works())
                .set(WORK_CALENDAR_DAY.NAME, day.name())
                .set(WORK_CALENDAR_DAY.CHANGED_AT, now())
                .set(WORK_CALENDAR_DAY.CHANGED_BY, actor.person())
                .execute();
    }

    /** Says whether there was one. */
    boolean delete(LocalDate day) {
        return database.deleteFrom(WORK_CALENDAR_DAY)
                        .where(WORK_CALENDAR_DAY.DAY.eq(day))
                        .execute()
                == 1;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
