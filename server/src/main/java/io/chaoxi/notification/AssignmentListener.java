package io.chaoxi.notification;

import io.chaoxi.platform.record.RecordType;
import io.chaoxi.platform.rights.Actor;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Tells a person that records are his now: one notification for all that one action gave him. */
@Component
class AssignmentListener {
    private final Delivery delivery;
    private final Readers readers;
    private final Notifications notifications;
    private final NotificationSql sql;

    AssignmentListener(Delivery delivery, Readers readers, Notifications notifications, NotificationSql sql) {
        this.delivery = delivery;
        this.readers = readers;
        this.notifications = notifications;
        this.sql = sql;
    }

    @Async
    @TransactionalEventListener
    void on(RecordsAssigned event) {
        delivery.forFirm(
                event.tenant(), () -> readers.of(event.tenant(), event.owner()).ifPresent(owner -> tell(owner, event)));
    }

    private void tell(Actor owner, RecordsAssigned event) {
        List<UUID> records = event.records();
        UUID only = records.size() == 1 ? records.getFirst() : null;
        tell(owner, readers.type(event.object()), only, records.size(), event.by(), "assigned/" + event.id());
    }

    /** Within the delivery of the job's end. */
    void tellOfJob(long tenant, UUID job, UUID starter) {
        for (String object : sql.changedBy(job)) {
            RecordType type = readers.type(object);
            if (AssignmentWatch.assignable(type)) tellOfJob(tenant, job, type, starter);
        }
    }

    private void tellOfJob(long tenant, UUID job, RecordType type, UUID starter) {
        sql.assignedBy(job, type, starter)
                .forEach((person, count) -> readers.of(tenant, person)
                        .ifPresent(owner ->
                                tell(owner, type, null, count, starter, "assigned/" + job + "/" + type.object())));
    }

    private void tell(Actor owner, RecordType type, @Nullable UUID only, int count, UUID by, String source) {
        String who = readers.name(by);
        if (only != null) {
            readers.title(owner, type, only).ifPresent(title -> {
                String sentence = readers.sentence(owner, "assignedOne", Map.of("by", who, "record", title));
                String link = "/" + type.path() + "/" + only;
                notifications.tell(owner.person(), new Notice("assigned", sentence, null, link, source));
            });
        } else if (owner.may(type.object() + ".read")) {
            String sentence = readers.sentence(
                    owner,
                    "assignedMany",
                    Map.of("by", who, "count", count, "object", readers.objectName(owner, type)));
            String link = "/" + type.path() + "?filter=owner%3D%3D%40me";
            notifications.tell(owner.person(), new Notice("assigned", sentence, null, link, source));
        }
    }
}
