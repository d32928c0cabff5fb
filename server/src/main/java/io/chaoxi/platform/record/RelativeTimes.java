package io.chaoxi.platform.record;

import io.chaoxi.platform.rights.Acting;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Comparisons of dates and times. A date or a relative word stands for the period it names, in the firm's time zone:
 * {@code ==} is within it, {@code =lt=} before it begins, {@code =gt=} after it ends. Weeks begin on Monday. Of times
 * {@code @now} is the moment itself and {@code @now-24h} the one so many hours ago.
 */
@Component
class RelativeTimes {
    private static final Pattern HOURS_AGO = Pattern.compile("@now(?:-(\\d{1,4})h)?");
    private static final Pattern SHIFTED = Pattern.compile("@(today)([+-])(\\d{1,4})([dwmy])");

    private final Clock clock;

    RelativeTimes(Clock clock) {
        this.clock = clock;
    }

    /** From the first day to the day after the last. */
    private record Period(LocalDate from, LocalDate until) {
        static Period day(LocalDate day) {
            return new Period(day, day.plusDays(1));
        }
    }

    Condition compile(
            io.chaoxi.platform.record.Field field, Field<Object> operand, String operator, List<String> arguments) {
        if (!"=in=".equals(operator) && !"=out=".equals(operator)) {
            return single(field, operand, operator, arguments.getFirst());
        }
        Condition within = DSL.or(
                arguments.stream().map(one -> single(field, operand, "==", one)).toList());
        return "=in=".equals(operator) ? within : within.not().or(operand.isNull());
    }

    private Condition single(
            io.chaoxi.platform.record.Field field, Field<Object> operand, String operator, String argument) {
        Instant moment = field.type() == FieldType.DATE_TIME ? moment(argument) : null;
        if (moment != null) return exact(operand, operator, RecordFields.comparable(field, moment));
        Period period = period(argument);
        Object from = bound(field, period.from());
        Object until = bound(field, period.until());
        return switch (operator) {
            case "==" -> operand.ge(from).and(operand.lt(until));
            case "!=" -> operand.lt(from).or(operand.ge(until)).or(operand.isNull());
            case "=lt=" -> operand.lt(from);
            case "=le=" -> operand.lt(until);
            case "=gt=" -> operand.ge(until);
            default -> operand.ge(from);
        };
    }

    /** A moment that is named to the second or by the hours since; null for days and longer. */
    private @Nullable Instant moment(String argument) {
        Matcher hours = HOURS_AGO.matcher(argument);
        if (hours.matches()) {
            String ago = hours.group(1);
            return clock.instant().minus(Duration.ofHours(ago == null ? 0 : Integer.parseInt(ago)));
        }
        if (argument.length() <= 10 || argument.startsWith("@")) return null;
        try {
            return OffsetDateTime.parse(argument).toInstant();
        } catch (DateTimeException e) {
            throw new ValueRefused("notATime");
        }
    }

    private static Condition exact(Field<Object> operand, String operator, Object moment) {
        return switch (operator) {
            case "==" -> operand.eq(moment);
            case "!=" -> operand.ne(moment).or(operand.isNull());
            case "=lt=" -> operand.lt(moment);
            case "=le=" -> operand.le(moment);
            case "=gt=" -> operand.gt(moment);
            default -> operand.ge(moment);
        };
    }

    private static Object bound(io.chaoxi.platform.record.Field field, LocalDate day) {
        if (field.type() == FieldType.DATE) return RecordFields.comparable(field, day);
        Instant start = day.atStartOfDay(Acting.current().zone()).toInstant();
        return field.indexed()
                ? RecordFields.comparable(field, start)
                : OffsetDateTime.ofInstant(start, ZoneOffset.UTC);
    }

    private Period period(String argument) {
        ZoneId zone = Acting.current().zone();
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate month = today.withDayOfMonth(1);
        LocalDate quarter = month.minusMonths((month.getMonthValue() - 1) % 3);
        LocalDate year = today.withDayOfYear(1);
        return switch (argument) {
            case "@today" -> Period.day(today);
            case "@yesterday" -> Period.day(today.minusDays(1));
            case "@tomorrow" -> Period.day(today.plusDays(1));
            case "@thisWeek" -> new Period(monday, monday.plusWeeks(1));
            case "@thisMonth" -> new Period(month, month.plusMonths(1));
            case "@thisQuarter" -> new Period(quarter, quarter.plusMonths(3));
            case "@thisYear" -> new Period(year, year.plusYears(1));
            default -> argument.startsWith("@") ? Period.day(shifted(today, argument)) : Period.day(date(argument));
        };
    }

    private static LocalDate shifted(LocalDate today, String argument) {
        Matcher shifted = SHIFTED.matcher(argument);
        if (!shifted.matches()) throw new ValueRefused("notADate");
        int count = Integer.parseInt(shifted.group(3)) * ("-".equals(shifted.group(2)) ? -1 : 1);
        return switch (shifted.group(4)) {
            case "d" -> today.plusDays(count);
            case "w" -> today.plusWeeks(count);
            case "m" -> today.plusMonths(count);
            default -> today.plusYears(count);
        };
    }

    private static LocalDate date(String argument) {
        try {
            LocalDate date = LocalDate.parse(argument);
            if (date.getYear() < 1 || date.getYear() > 9999) throw new ValueRefused("notADate");
            return date;
        } catch (DateTimeException e) {
            throw new ValueRefused("notADate");
        }
    }
}
