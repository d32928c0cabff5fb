package io.chaoxi.notification;

import io.chaoxi.identity.SecondFactorReset;
import io.chaoxi.platform.rights.Actor;
import java.util.Map;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Tells a person that somebody took his second factor away; whoever did not ask for that should ask who it was. */
@Component
class SecondFactorListener {
    private final Delivery delivery;
    private final Readers readers;
    private final Notifications notifications;

    SecondFactorListener(Delivery delivery, Readers readers, Notifications notifications) {
        this.delivery = delivery;
        this.readers = readers;
        this.notifications = notifications;
    }

    @Async
    @TransactionalEventListener
    void on(SecondFactorReset event) {
        delivery.forFirm(
                event.tenant(),
                () -> readers.of(event.tenant(), event.person()).ifPresent(reader -> tell(reader, event)));
    }

    private void tell(Actor reader, SecondFactorReset event) {
        String sentence = readers.sentence(reader, "secondFactorReset", Map.of("by", readers.name(event.by())));
        String hint = readers.sentence(reader, "secondFactorResetHint", Map.of());
        String source = "secondFactorReset/" + event.id();
        notifications.tell(
                reader.person(), new Notice("secondFactorReset", sentence, hint, "/settings/preferences", source));
    }
}
