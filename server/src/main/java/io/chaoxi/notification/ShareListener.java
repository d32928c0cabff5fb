package io.chaoxi.notification;

import io.chaoxi.sharing.RecordShared;
import java.util.Map;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Tells a person that a record is shared with him. */
@Component
class ShareListener {
    private final Delivery delivery;
    private final Readers readers;
    private final Notifications notifications;

    ShareListener(Delivery delivery, Readers readers, Notifications notifications) {
        this.delivery = delivery;
        this.readers = readers;
        this.notifications = notifications;
    }

    @Async
    @TransactionalEventListener
    void on(RecordShared event) {
        if (event.person().equals(event.by())) return;
        delivery.forFirm(event.tenant(), () -> tell(event));
    }

    private void tell(RecordShared event) {
        var type = readers.type(event.object());
        readers.of(event.tenant(), event.person())
                .ifPresent(reader -> readers.title(reader, type, event.record())
                        .ifPresent(title -> notifications.tell(
                                event.person(),
                                new Notice(
                                        "shared",
                                        readers.sentence(
                                                reader,
                                                event.writable() ? "sharedToWrite" : "sharedToRead",
                                                Map.of("by", readers.name(event.by()), "record", title)),
                                        null,
                                        "/" + type.path() + "/" + event.record(),
                                        "share/" + event.share()))));
    }
}
