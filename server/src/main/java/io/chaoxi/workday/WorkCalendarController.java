package io.chaoxi.workday;

import io.chaoxi.platform.problem.IfMatch;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.problem.Shaped;
import io.chaoxi.platform.rights.Needs;
import io.chaoxi.workday.WorkCalendar.Day;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The days on which the firm works, over HTTP. */
@RestController
@RequestMapping("/api/v1/work-calendar")
class WorkCalendarController {
    private final WorkCalendar calendar;

    WorkCalendarController(WorkCalendar calendar) {
        this.calendar = calendar;
    }

    /**
     * A year of the firm.
     *
     * @param version of the week, for If-Match
     * @param weekdays from 1, Monday, to 7
     * @param arranged whether China's official arrangement of the year is known
     * @param days that are not what their weekday says
     */
    record Answer(int year, long version, List<Integer> weekdays, boolean chinese, boolean arranged, List<Day> days) {}

    @GetMapping
    @Needs(Needs.SIGNED_IN)
    Answer year(@RequestParam int year) {
        if (year < WorkCalendar.FIRST_YEAR || year > WorkCalendar.LAST_YEAR) throw Refusal.field("year", "notADate");
        var found = calendar.year(year);
        return new Answer(
                year, found.version(), numbers(found.weekdays()), found.chinese(), found.arranged(), found.days());
    }

    /** The week as it is from now on. */
    record WeekAnswer(long version, List<Integer> weekdays, boolean chinese) {}

    @PatchMapping
    @Needs("settings.manage")
    WeekAnswer change(
            @RequestBody @Shaped(WorkCalendar.Body.class) JsonNode body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        var week = calendar.change(body, IfMatch.version(ifMatch));
        return new WeekAnswer(week.version(), numbers(week.weekdays()), week.chinese());
    }

    /** Decides for one day; again with another answer. */
    @PutMapping("/days/{day}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs("settings.manage")
    void put(@PathVariable String day, @RequestBody @Shaped(WorkCalendar.DayBody.class) JsonNode body) {
        calendar.put(read(day), body);
    }

    @DeleteMapping("/days/{day}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs("settings.manage")
    void delete(@PathVariable String day) {
        calendar.delete(read(day));
    }

    private static List<Integer> numbers(Set<DayOfWeek> weekdays) {
        return weekdays.stream().sorted().map(DayOfWeek::getValue).toList();
    }

    private static LocalDate read(String day) {
        try {
            LocalDate read = LocalDate.parse(day);
            if (read.getYear() >= WorkCalendar.FIRST_YEAR && read.getYear() <= WorkCalendar.LAST_YEAR) return read;
        } catch (DateTimeParseException notADay) {
            throw Refusal.field("day", "notADate");
        }
        throw Refusal.field("day", "notADate");
    }
}
