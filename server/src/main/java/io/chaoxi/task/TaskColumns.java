package io.chaoxi.task;

import io.chaoxi.platform.Ids;
import io.chaoxi.platform.record.RecordChange;
import io.chaoxi.platform.record.RecordChange.Kind;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.workday.Due;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The columns of a task that follow from its fields, by name. */
@Component
class TaskColumns {
    private static final List<String> SCHEDULE = List.of("dueOn", "dueTime", "owner", "remindBefore", "status");
    private static final List<String> RHYTHM = List.of("repeatUnit", "repeatEvery", "repeatFrom");
    private static final Map<String, String> OUTCOME =
            Map.of("doneAt", "done_at", "doneBy", "done_by_id", "cancelReason", "cancel_reason");

    private final Clock clock;

    TaskColumns(Clock clock) {
        this.clock = clock;
    }

    Map<String, @Nullable Object> of(RecordChange change) {
        var columns = new HashMap<String, @Nullable Object>();
        boolean made = change.kind() == Kind.CREATED;
        columns.put("status", Objects.requireNonNullElse(change.text("status"), TaskStatus.OPEN));
        columns.put("priority", Objects.requireNonNullElse(change.text("priority"), "medium"));
        LocalTime time = time(change.text("dueTime"));
        columns.put("due_time", time == null ? null : time.toString());
        if (made || SCHEDULE.stream().anyMatch(change::changes)) schedule(change, time, columns);
        if (made || change.changes("owner")) columns.put("assigned_by_id", giver(change.reference("owner")));
        series(change, columns);
        OUTCOME.forEach((field, column) -> {
            if (made || change.changes(field))
                columns.put(column, stored(change.after().get(field)));
        });
        return columns;
    }

    static @Nullable LocalTime time(@Nullable String text) {
        return text == null ? null : Due.time(text).orElse(null);
    }

    private static @Nullable Object stored(@Nullable Object value) {
        return value instanceof Instant moment ? moment.atOffset(ZoneOffset.UTC) : value;
    }

    /** A reminder whose time has gone by is none. */
    private void schedule(RecordChange change, @Nullable LocalTime time, Map<String, @Nullable Object> columns) {
        var due = new Due(day(change, "dueOn"), time, Acting.current().zone());
        columns.put("due_at", due.over().atOffset(ZoneOffset.UTC));
        columns.put("remind_at", null);
        boolean open = TaskStatus.OPEN.equals(columns.get("status"));
        if (!open || !(change.after().get("remindBefore") instanceof Number minutes)) return;
        Instant reminder = due.reminder(minutes.intValue());
        if (reminder.isAfter(clock.instant())) columns.put("remind_at", reminder.atOffset(ZoneOffset.UTC));
    }

    private static LocalDate day(RecordChange change, String field) {
        return (LocalDate) Objects.requireNonNull(change.after().get(field));
    }

    private static @Nullable UUID giver(@Nullable UUID owner) {
        var actor = Acting.current();
        return actor.program() || actor.person().equals(owner) ? null : actor.person();
    }

    /** A changed rhythm counts from this one on; moving this one alone leaves the rhythm as it is. */
    private static void series(RecordChange change, Map<String, @Nullable Object> columns) {
        if (change.kind() == Kind.CREATED) {
            columns.put("series_id", null);
            columns.put("series_number", null);
        }
        if (change.text("repeatUnit") == null) {
            for (String column : List.of("repeat_every", "repeat_from", "repeat_until", "planned_on")) {
                columns.put(column, null);
            }
            return;
        }
        Object every = change.after().get("repeatEvery");
        columns.put("repeat_every", every instanceof Number number ? number.intValue() : 1);
        columns.put("repeat_from", Objects.requireNonNullElse(change.after().get("repeatFrom"), day(change, "dueOn")));
        if (RHYTHM.stream().anyMatch(change::changes)) columns.put("planned_on", day(change, "dueOn"));
        if (change.before().get("repeatUnit") != null) return;
        columns.put("series_id", Ids.next());
        columns.put("series_number", 1);
    }
}
