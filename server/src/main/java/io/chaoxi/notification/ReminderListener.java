package io.chaoxi.notification;

import io.chaoxi.task.RemindersDue;
import io.chaoxi.task.RemindersDue.Reminder;
import java.util.Map;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Reminds people of what they are to do. */
@Component
class ReminderListener {
    private final Delivery delivery;
    private final Readers readers;
    private final Notifications notifications;

    ReminderListener(Delivery delivery, Readers readers, Notifications notifications) {
        this.delivery = delivery;
        this.readers = readers;
        this.notifications = notifications;
    }

    @Async
    @TransactionalEventListener
    void on(RemindersDue event) {
        delivery.forFirm(event.tenant(), () -> event.reminders().forEach(reminder -> tell(event.tenant(), reminder)));
    }

    private void tell(long tenant, Reminder reminder) {
        var type = readers.type("task");
        readers.of(tenant, reminder.owner())
                .ifPresent(owner -> readers.title(owner, type, reminder.task())
                        .ifPresent(title -> notifications.tell(
                                owner.person(),
                                new Notice(
                                        "taskDue",
                                        readers.sentence(owner, "taskDue", Map.of("task", title)),
                                        readers.sentence(owner, "taskDueBy", Map.of("due", reminder.due())),
                                        "/tasks/" + reminder.task(),
                                        "reminder/" + reminder.task() + "/" + reminder.at()))));
    }
}
