package io.chaoxi.task;

import static chaoxi.tables.Tables.TASK;

import io.chaoxi.platform.record.HistorySql;
import io.chaoxi.platform.record.RecordsChanged;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.rights.Actor;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tasks that the program keeps for rhythms, many at once and with whatever rights: there is one open task for each rhythm
 * and customer. Nobody is waited for: what somebody is writing at this moment is left out.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class PlannedTasks {
    private final PlannedTaskSql sql;
    private final HistorySql history;
    private final ApplicationEventPublisher events;

    PlannedTasks(PlannedTaskSql sql, HistorySql history, ApplicationEventPublisher events) {
        this.sql = sql;
        this.history = history;
        this.events = events;
    }

    /** Open ones about these customers, in the hands of this transaction from now on, the first due first. */
    public List<PlannedTask> open(Collection<UUID> customers) {
        return sql.lockOpen(customers);
    }

    /** What became of these; one that is gone for good is absent. */
    public Map<UUID, PlannedTask.Fate> fates(Collection<UUID> tasks) {
        return tasks.isEmpty() ? Map.of() : sql.fates(tasks);
    }

    /** About which customers those of these tasks are that a rhythm made. */
    public List<UUID> customers(Collection<UUID> tasks) {
        return sql.customers(tasks);
    }

    /** Answers those that were made; another one stands in the place of the rest. */
    public List<UUID> make(Collection<PlannedTask.New> tasks) {
        if (tasks.isEmpty()) return List.of();
        var made = sql.insert(tasks);
        written(
                "created",
                made.stream()
                        .map(task -> new HistorySql.Line(task, "created", List.of()))
                        .toList());
        return made;
    }

    /**
     * Done by something else.
     *
     * @param results what is to be told of each
     * @param by who did it; null for nobody who is a person
     */
    public void finish(Map<UUID, String> results, @Nullable UUID by) {
        if (results.isEmpty()) return;
        sql.end(TaskStatus.DONE, TASK.RESULT, results, by);
        written("finished", lines("finished", "result", results));
    }

    public void cancel(Map<UUID, String> reasons) {
        if (reasons.isEmpty()) return;
        sql.end(TaskStatus.CANCELLED, TASK.CANCEL_REASON, reasons, null);
        written("cancelled", lines("cancelled", "cancelReason", reasons));
    }

    /** To be done by others than until now. */
    public void pass(Map<UUID, UUID> owners) {
        if (owners.isEmpty()) return;
        sql.pass(owners);
        var told = new HashMap<UUID, String>();
        owners.forEach((task, owner) -> told.put(task, owner.toString()));
        written("assigned", lines("assigned", "owner", told));
    }

    /** These stand for the customers that they are about. */
    public void adopt(Collection<UUID> tasks) {
        if (!tasks.isEmpty()) sql.adopt(tasks);
    }

    private static List<HistorySql.Line> lines(String kind, String field, Map<UUID, String> values) {
        return values.entrySet().stream()
                .map(value -> new HistorySql.Line(
                        value.getKey(), kind, List.of(Map.of("field", field, "to", value.getValue()))))
                .toList();
    }

    private void written(String kind, List<HistorySql.Line> lines) {
        history.add("task", lines, null);
        Actor actor = Acting.current();
        var ids = lines.stream().map(HistorySql.Line::record).toList();
        events.publishEvent(new RecordsChanged(actor.tenant(), "task", ids, kind, null, actor.person(), null));
    }
}
