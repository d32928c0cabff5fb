package io.chaoxi.promise;

import io.chaoxi.platform.record.RecordChange;
import io.chaoxi.platform.record.RecordChange.Kind;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.workday.Due;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The columns of a promise that follow from its fields, by name. */
@Component
class PromiseColumns {
    private static final List<String> SCHEDULE = List.of("dueOn", "dueTime", "owner", "remindBefore", "status");
    private static final int AN_HOUR = 60;

    /** What acts write, by field. */
    private static final Map<String, String> ACTS = Map.ofEntries(
            Map.entry("moves", "moves"),
            Map.entry("moveReason", "move_reason"),
            Map.entry("moveAgreed", "move_agreed"),
            Map.entry("keptAt", "kept_at"),
            Map.entry("keptBy", "kept_by_id"),
            Map.entry("proof", "proof"),
            Map.entry("releaseReason", "release_reason"),
            Map.entry("brokenAt", "broken_at"),
            Map.entry("countsFor", "counts_for_id"),
            Map.entry("apologyDueAt", "apology_due_at"),
            Map.entry("apologizedAt", "apologized_at"),
            Map.entry("apologizedBy", "apologized_by_id"),
            Map.entry("apology", "apology"),
            Map.entry("offered", "offered"),
            Map.entry("voidReason", "void_reason"),
            Map.entry("follows", "follows_id"));

    private final Clock clock;

    PromiseColumns(Clock clock) {
        this.clock = clock;
    }

    Map<String, @Nullable Object> of(RecordChange change) {
        var columns = new HashMap<String, @Nullable Object>();
        boolean made = change.kind() == Kind.CREATED;
        columns.put("status", Objects.requireNonNullElse(change.text("status"), PromiseStatus.OPEN));
        LocalTime time = time(change.text("dueTime"));
        columns.put("due_time", time == null ? null : time.toString());
        if (made || SCHEDULE.stream().anyMatch(change::changes)) schedule(change, due(change), columns);
        if (made || change.changes("owner")) columns.put("assigned_by_id", giver(change.reference("owner")));
        ACTS.forEach((field, column) -> {
            if (made || change.changes(field))
                columns.put(column, stored(change.after().get(field)));
        });
        if (made) born(change, columns);
        return columns;
    }

    static @Nullable LocalTime time(@Nullable String text) {
        return text == null ? null : Due.time(text).orElse(null);
    }

    static Due due(RecordChange change) {
        var on = (LocalDate) Objects.requireNonNull(change.after().get("dueOn"));
        return new Due(on, time(change.text("dueTime")), Acting.current().zone());
    }

    private static @Nullable Object stored(@Nullable Object value) {
        return value instanceof Instant moment ? moment.atOffset(ZoneOffset.UTC) : value;
    }

    /** What is closed keeps its moment. A reminder whose time has gone by is none. */
    private void schedule(RecordChange change, Due due, Map<String, @Nullable Object> columns) {
        boolean open = PromiseStatus.OPEN.equals(columns.get("status"));
        boolean made = change.kind() == Kind.CREATED;
        columns.put("remind_at", null);
        if (made || open) columns.put("due_at", due.over().atOffset(ZoneOffset.UTC));
        if (made) columns.put("remind_before", before(change, due));
        Object minutes = made ? columns.get("remind_before") : change.after().get("remindBefore");
        if (!open || !(minutes instanceof Number before)) return;
        Instant reminder = due.reminder(before.intValue());
        if (reminder.isAfter(clock.instant())) columns.put("remind_at", reminder.atOffset(ZoneOffset.UTC));
    }

    /** Who says nothing is reminded in the morning before; where that has gone by, in the last hour, or on the morning. */
    private @Nullable Object before(RecordChange change, Due due) {
        if (change.after().containsKey("remindBefore")) return change.after().get("remindBefore");
        int eve = due.minutesFromTheEve();
        if (due.reminder(eve).isAfter(clock.instant())) return eve;
        return due.time() == null ? 0 : AN_HOUR;
    }

    private static @Nullable UUID giver(@Nullable UUID owner) {
        var actor = Acting.current();
        return actor.program() || actor.person().equals(owner) ? null : actor.person();
    }

    /** What was kept or broken before it was written down counts for its owner. */
    private static void born(RecordChange change, Map<String, @Nullable Object> columns) {
        columns.put("first_due_on", change.after().get("dueOn"));
        columns.put("moves", 0);
        columns.put("move_agreed", false);
        Object status = columns.get("status");
        boolean broken = PromiseStatus.BROKEN.equals(status);
        if (broken || PromiseStatus.KEPT.equals(status)) columns.put("counts_for_id", change.reference("owner"));
        if (!broken) return;
        var due = (OffsetDateTime) Objects.requireNonNull(columns.get("due_at"));
        columns.put("broken_at", due);
        boolean owed = change.after().get("apologizedAt") == null;
        columns.put("apology_due_at", owed ? due.plus(Breaking.APOLOGY_WITHIN) : null);
    }
}
