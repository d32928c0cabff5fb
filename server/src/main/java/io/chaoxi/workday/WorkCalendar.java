package io.chaoxi.workday;

import io.chaoxi.platform.problem.Input;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.reference.ChinaDays;
import io.chaoxi.platform.rights.AccessLog;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.workday.WorkCalendarSql.OwnDay;
import io.chaoxi.workday.WorkCalendarSql.Week;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** On which days the firm of who acts works: everybody reads it, who manages settings changes it. */
@Service
public class WorkCalendar {
    private static final String RIGHT = "settings.manage";
    private static final int MOST_DAYS = 2_000;

    /** The years of which a calendar can be shown and days decided. */
    static final int FIRST_YEAR = 2000;

    static final int LAST_YEAR = 2199;

    /** What may change of the week; what is absent stays. Weekdays from 1, Monday, to 7. */
    record Body(@Nullable List<Integer> weekdays, @Nullable Boolean chinese) {}

    /** What the firm decided for a day. */
    record DayBody(boolean works, @Nullable String name) {}

    /** A day that is not what its weekday says, or that the firm decided itself. */
    record Day(
            LocalDate day,
            boolean works,
            @Nullable String holiday,
            @Nullable String name,
            boolean own) {}

    /** What holds in a year; {@code arranged}: whether China's official arrangement of it is known here. */
    record Year(long version, Set<DayOfWeek> weekdays, boolean chinese, boolean arranged, List<Day> days) {}

    private final WorkCalendarSql sql;
    private final AccessLog accessLog;

    WorkCalendar(WorkCalendarSql sql, AccessLog accessLog) {
        this.sql = sql;
        this.accessLog = accessLog;
    }

    /** The days of work as they stand now. */
    @Transactional(readOnly = true)
    public WorkDays days() {
        Acting.current();
        Week week = sql.week();
        var own = sql.days().stream().collect(Collectors.toMap(OwnDay::day, OwnDay::works));
        return new WorkDays(week.weekdays(), week.chinese(), own);
    }

    @Transactional(readOnly = true)
    Year year(int year) {
        Acting.current();
        Week week = sql.week();
        var days = new TreeMap<LocalDate, Day>();
        if (week.chinese()) {
            for (var day : ChinaDays.of(year)) {
                days.put(day.day(), new Day(day.day(), day.works(), day.holiday(), null, false));
            }
        }
        for (var own : sql.days(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31))) {
            Day official = days.get(own.day());
            String holiday = official == null ? null : official.holiday();
            days.put(own.day(), new Day(own.day(), own.works(), holiday, own.name(), true));
        }
        return new Year(
                week.version(), week.weekdays(), week.chinese(), ChinaDays.arranged(year), List.copyOf(days.values()));
    }

    /** Changes what the body names; 409 {@code stale} when somebody changed it meanwhile. */
    @Transactional
    Week change(JsonNode body, long version) {
        Acting.current().require(RIGHT);
        Input input = Input.of(body, Body.class);
        Week now = sql.week();
        Set<DayOfWeek> weekdays = input.has("weekdays") ? weekdays(input) : now.weekdays();
        boolean chinese = input.yesNo("chinese", now.chinese());
        input.check();
        if (!sql.change(new Week(version, weekdays, chinese), version)) {
            throw Refusal.stale(sql.week().version());
        }
        told("settingChanged", Map.of("weekdays", weekdays.toString(), "chinese", String.valueOf(chinese)));
        return sql.week();
    }

    private static Set<DayOfWeek> weekdays(Input input) {
        var days = EnumSet.noneOf(DayOfWeek.class);
        for (JsonNode one : input.list("weekdays", 7)) {
            int number = one.isIntegralNumber() && one.canConvertToInt() ? one.intValue() : 0;
            if (number < 1 || number > 7) input.refuse("weekdays", "notAWeekday");
            else days.add(DayOfWeek.of(number));
        }
        if (days.isEmpty()) input.refuse("weekdays", "notBlank");
        return days;
    }

    /** Decides for a day, whatever its weekday and China's arrangement say. */
    @Transactional
    void put(LocalDate day, JsonNode body) {
        Acting.current().require(RIGHT);
        Input input = Input.of(body, DayBody.class);
        boolean works = input.yesNo("works", true);
        if (input.isNothing("works")) input.refuse("works", "notBlank");
        String name = input.optional("name", 50, null);
        input.check();
        if (sql.days(day, day).isEmpty() && sql.count() >= MOST_DAYS) {
            throw Refusal.of(422, "tooMany", Map.of("max", MOST_DAYS));
        }
        sql.put(new OwnDay(day, works, name));
        told("settingChanged", Map.of("name", day.toString(), "works", String.valueOf(works)));
    }

    /** From then on the day is again what its weekday and China's arrangement say; so it is where nothing was decided. */
    @Transactional
    void delete(LocalDate day) {
        Acting.current().require(RIGHT);
        if (sql.delete(day)) told("settingDeleted", Map.of("name", day.toString()));
    }

    private void told(String action, Map<String, String> detail) {
        accessLog.add(action, "workCalendar", null, detail);
    }
}
