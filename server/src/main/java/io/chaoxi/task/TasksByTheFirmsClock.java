package io.chaoxi.task;

import io.chaoxi.identity.FirmZoneChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What is to be done on a day is due when that day ends where the firm is, wherever that is by then. */
@Component
class TasksByTheFirmsClock {
    private final TaskSql tasks;

    TasksByTheFirmsClock(TaskSql tasks) {
        this.tasks = tasks;
    }

    @EventListener
    void on(FirmZoneChanged changed) {
        tasks.dueAnew();
    }
}
