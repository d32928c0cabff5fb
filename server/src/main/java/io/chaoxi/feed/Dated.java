package io.chaoxi.feed;

import io.chaoxi.platform.record.RecordQuery;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which records of an object stand on the calendar of their owner, and by which of their fields.
 *
 * @param path of the record's page
 * @param filter the records, of those that the acting person may see
 * @param subject what the calendar shows at first glance
 * @param needed without which nobody is told of any: the filter goes by them
 * @param day the day on which it stands, in the time zone of the firm
 * @param moment when it begins; no value where {@code timed} has none
 * @param timed has a value where it is for a time of the day
 * @param until the time of day when it is over; null where the object knows none
 * @param more what else is told, each on a line of its own
 */
record Dated(
        String object,
        String path,
        String filter,
        String subject,
        List<String> needed,
        String day,
        String moment,
        String timed,
        @Nullable String until,
        List<String> about,
        List<String> more) {
    private static final String AROUND = "%1$s=ge=@today-30d;%1$s=le=@today+365d";
    private static final Duration USUAL = Duration.ofMinutes(30);

    /** From a month back to a year ahead. */
    static final List<Dated> ALL = List.of(
            new Dated(
                    "visit",
                    "/visits/",
                    "owner==@me;status=in=(planned,underWay);" + AROUND.formatted("plannedOn"),
                    "goal",
                    List.of("owner", "status", "plannedOn", "changedAt"),
                    "plannedOn",
                    "startsAt",
                    "fromTime",
                    "toTime",
                    List.of("customer", "contact"),
                    List.of()),
            new Dated(
                    "task",
                    "/tasks/",
                    "owner==@me;status==open;" + AROUND.formatted("dueOn"),
                    "subject",
                    List.of("owner", "status", "dueOn", "dueAt", "changedAt"),
                    "dueOn",
                    "dueAt",
                    "dueTime",
                    null,
                    List.of("customer", "contact", "lead"),
                    List.of("goal")));

    /** Of a page of them, the soonest first. */
    RecordQuery query(List<String> fields, @Nullable String after) {
        return new RecordQuery(filter, "", day, fields, RecordQuery.LARGEST_PAGE, after, false);
    }

    Stream<String> fields() {
        return Stream.of(
                        needed,
                        about,
                        more,
                        Stream.of(subject, day, moment, timed, until)
                                .filter(Objects::nonNull)
                                .toList())
                .flatMap(List::stream)
                .distinct();
    }

    /** @param base of the addresses of pages */
    Entry entry(Map<String, @Nullable Object> row, String base) {
        String id = String.valueOf(row.get("id"));
        String names = about.stream()
                .map(field -> label(row.get(field)))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
        var lines = Stream.concat(Stream.of(names), more.stream().map(field -> Objects.toString(row.get(field), "")));
        boolean whole = row.get(timed) == null || row.get(moment) == null;
        return new Entry(
                id,
                LocalDate.parse(String.valueOf(row.get(day))),
                whole ? null : Instant.parse(String.valueOf(row.get(moment))),
                lasts(row),
                Objects.toString(row.get(subject), "…"),
                lines.filter(text -> !text.isEmpty()).collect(Collectors.joining("\n")),
                base + path + id,
                Instant.parse(String.valueOf(row.get("changedAt"))),
                ((Number) Objects.requireNonNull(row.get("version"))).longValue());
    }

    /** By the clock on the wall, as both times are of one day. */
    private Duration lasts(Map<String, @Nullable Object> row) {
        if (until == null || !(row.get(until) instanceof String end) || !(row.get(timed) instanceof String begin)) {
            return USUAL;
        }
        return Duration.between(LocalTime.parse(begin), LocalTime.parse(end));
    }

    private static @Nullable String label(@Nullable Object reference) {
        return reference instanceof Map<?, ?> named && named.get("label") instanceof String label ? label : null;
    }
}
