package io.chaoxi.task;

import static chaoxi.tables.Tables.TASK;

import chaoxi.tables.tables.records.TaskRecord;
import io.chaoxi.platform.Ids;
import io.chaoxi.platform.record.Catalogue;
import io.chaoxi.platform.record.FieldType;
import io.chaoxi.platform.record.HistorySql;
import io.chaoxi.platform.record.RecordsChanged;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.rights.Actors;
import io.chaoxi.workday.Due;
import io.chaoxi.workday.WorkCalendar;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes the next task of a series when one is finished: the same task on its next day, written as it stands and checked by
 * nothing that was checked before, so that finishing never fails for the sake of what comes behind.
 */
@Component
class Series {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final TaskSql sql;
    private final WorkCalendar calendar;
    private final Actors actors;
    private final HistorySql history;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Series(
            TaskSql sql,
            WorkCalendar calendar,
            Actors actors,
            HistorySql history,
            ApplicationEventPublisher events,
            Clock clock) {
        this.sql = sql;
        this.calendar = calendar;
        this.actors = actors;
        this.history = history;
        this.events = events;
        this.clock = clock;
    }

    /** Within the transaction that finishes the task. One that is there already is told again. */
    Coming behind(Catalogue tasks, UUID id, @Nullable UUID job) {
        TaskRecord task = sql.row(id);
        if (task.getRepeatUnit() == null) return Coming.NOTHING;
        int number = task.getSeriesNumber() + 1;
        var there = sql.numbered(task.getSeriesId(), number);
        if (there.isPresent()) return told(there.get());
        ZoneId zone = Acting.current().zone();
        var turn = rhythm(task).next(task.getPlannedOn(), LocalDate.ofInstant(clock.instant(), zone), works(task));
        if (turn.isEmpty()) return Coming.ended("over");
        String obstacle = obstacle(task);
        if (obstacle != null) return Coming.ended(obstacle);
        var next = next(tasks, task, turn.get(), zone);
        if (!sql.insertLike(id, next))
            return sql.numbered(task.getSeriesId(), number).map(Series::told).orElseThrow();
        UUID made = (UUID) Objects.requireNonNull(next.get(TASK.ID));
        announce(made, job);
        return new Coming(made, turn.get().due(), null);
    }

    private static Coming told(TaskRecord task) {
        return new Coming(task.getId(), task.getDueOn(), null);
    }

    private static Rhythm rhythm(TaskRecord task) {
        return new Rhythm(
                Rhythm.unit(task.getRepeatUnit()), task.getRepeatEvery(), task.getRepeatFrom(), task.getRepeatUntil());
    }

    private Predicate<LocalDate> works(TaskRecord task) {
        return task.getWorkdaysOnly() ? calendar.days()::works : day -> true;
    }

    /** Why nobody could do the next one. */
    private @Nullable String obstacle(TaskRecord task) {
        if (task.getCustomerId() != null && !sql.customerStands(task.getCustomerId())) return "customerGone";
        if (task.getLeadId() != null && !sql.leadStands(task.getLeadId())) return "leadGone";
        boolean owned = task.getOwnerId() != null
                && actors.load(Acting.current().tenant(), task.getOwnerId()).isPresent();
        return owned ? null : "ownerGone";
    }

    private Map<Field<?>, @Nullable Object> next(Catalogue tasks, TaskRecord task, Rhythm.Turn turn, ZoneId zone) {
        Instant now = clock.instant();
        var due = new Due(turn.due(), TaskColumns.time(task.getDueTime()), zone);
        var next = new HashMap<Field<?>, @Nullable Object>();
        next.put(TASK.ID, Ids.next());
        next.put(TASK.VERSION, 1L);
        next.put(TASK.CREATED_AT, now.atOffset(ZoneOffset.UTC));
        next.put(TASK.CREATED_BY, Acting.current().person());
        next.put(TASK.CHANGED_AT, now.atOffset(ZoneOffset.UTC));
        next.put(TASK.CHANGED_BY, Acting.current().person());
        next.put(TASK.SERIES_NUMBER, task.getSeriesNumber() + 1);
        next.put(TASK.PLANNED_ON, turn.planned());
        next.put(TASK.DUE_ON, turn.due());
        next.put(TASK.DUE_AT, due.over().atOffset(ZoneOffset.UTC));
        next.put(TASK.REMIND_AT, null);
        if (task.getRemindBefore() != null
                && due.reminder(task.getRemindBefore()).isAfter(now)) {
            next.put(TASK.REMIND_AT, due.reminder(task.getRemindBefore()).atOffset(ZoneOffset.UTC));
        }
        next.put(TASK.STATUS, TaskStatus.OPEN);
        for (var column : List.of(TASK.DONE_AT, TASK.DONE_BY_ID, TASK.RESULT, TASK.CANCEL_REASON))
            next.put(column, null);
        if (task.getContactId() != null && !sql.contactStands(task.getContactId())) next.put(TASK.CONTACT_ID, null);
        next.put(TASK.CUSTOM, withoutFiles(tasks, task.getCustom()));
        return next;
    }

    /** A file belongs to one record. */
    private static JSONB withoutFiles(Catalogue tasks, JSONB custom) {
        var left = (ObjectNode) JSON.readTree(custom.data());
        tasks.custom().stream()
                .filter(field -> field.type() == FieldType.FILES)
                .forEach(field -> left.remove(field.key()));
        return JSONB.valueOf(JSON.writeValueAsString(left));
    }

    private void announce(UUID made, @Nullable UUID job) {
        var actor = Acting.current();
        history.add("task", List.of(new HistorySql.Line(made, "created", List.of())), job);
        events.publishEvent(
                new RecordsChanged(actor.tenant(), "task", List.of(made), "created", null, actor.person(), job));
    }
}
