package io.chaoxi.notification;

import io.chaoxi.conversation.PeopleMentioned;
import java.util.Map;
import java.util.UUID;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Tells people that a comment names them, when they may read the record. */
@Component
class MentionListener {
    private final Delivery delivery;
    private final Readers readers;
    private final Notifications notifications;

    MentionListener(Delivery delivery, Readers readers, Notifications notifications) {
        this.delivery = delivery;
        this.readers = readers;
        this.notifications = notifications;
    }

    @Async
    @TransactionalEventListener
    void on(PeopleMentioned event) {
        delivery.forFirm(event.tenant(), () -> {
            for (UUID person : event.people()) {
                if (!person.equals(event.by())) tell(event, person);
            }
        });
    }

    private void tell(PeopleMentioned event, UUID person) {
        var type = readers.type(event.object());
        readers.of(event.tenant(), person)
                .ifPresent(reader -> readers.title(reader, type, event.record())
                        .ifPresent(title -> notifications.tell(
                                person,
                                new Notice(
                                        "mentioned",
                                        readers.sentence(reader, "mentioned", Map.of("by", readers.name(event.by()))),
                                        title,
                                        "/" + type.path() + "/" + event.record(),
                                        "comment/" + event.comment()))));
    }
}
