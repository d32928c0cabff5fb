package io.chaoxi.visit;

import io.chaoxi.platform.limit.Limit;
import io.chaoxi.platform.limit.Limits;
import io.chaoxi.platform.record.RecordChange;
import io.chaoxi.platform.record.RecordChange.Kind;
import io.chaoxi.platform.record.Remembered;
import io.chaoxi.platform.rights.Acting;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The columns of a visit that follow from its fields, by name. */
@Component
class VisitColumns {
    private static final List<String> PLAN = List.of("plannedOn", "fromTime");
    private static final List<String> TIMES = List.of("fromTime", "toTime");
    private static final Map<String, String> OUTCOME = Map.of(
            "checkedInAt", "checked_in_at",
            "checkedOutAt", "checked_out_at",
            "lateBy", "late_by",
            "cancelReason", "cancel_reason");

    private final Limits limits;

    VisitColumns(Limits limits) {
        this.limits = limits;
    }

    Map<String, @Nullable Object> of(RecordChange change) {
        var columns = new HashMap<String, @Nullable Object>();
        boolean made = change.kind() == Kind.CREATED;
        columns.put("status", Objects.requireNonNullElse(change.text("status"), VisitStatus.PLANNED));
        columns.put("manner", Objects.requireNonNullElse(change.text("manner"), "onSite"));
        for (String field : TIMES) {
            LocalTime time = time(change.text(field));
            columns.put(field.equals("fromTime") ? "from_time" : "to_time", time == null ? null : time.toString());
        }
        if (made || PLAN.stream().anyMatch(change::changes)) plan(change, columns);
        OUTCOME.forEach((field, column) -> {
            if (made || change.changes(field)) {
                Object value = change.after().get(field);
                columns.put(column, value instanceof Instant moment ? moment.atOffset(ZoneOffset.UTC) : value);
            }
        });
        return columns;
    }

    private void plan(RecordChange change, Map<String, @Nullable Object> columns) {
        var day = (LocalDate) Objects.requireNonNull(change.after().get("plannedOn"));
        var appointment = new Appointment(
                day, time(change.text("fromTime")), Acting.current().zone());
        Instant starts = appointment.starts();
        columns.put("starts_at", starts == null ? null : starts.atOffset(ZoneOffset.UTC));
        columns.put("late_from", appointment.late(grace()).atOffset(ZoneOffset.UTC));
        columns.put("missed_from", appointment.missed().atOffset(ZoneOffset.UTC));
    }

    /** The question how much later than planned is not late. */
    private record Grace() {}

    private Duration grace() {
        Long minutes = Remembered.once(new Grace(), () -> limits.of(Limit.VISIT_GRACE_MINUTES));
        return Duration.ofMinutes(Objects.requireNonNull(minutes));
    }

    private static @Nullable LocalTime time(@Nullable String text) {
        return text == null ? null : Appointment.time(text).orElse(null);
    }
}
