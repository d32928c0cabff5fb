package io.chaoxi.notification;

import io.chaoxi.identity.LoginChanged;
import io.chaoxi.platform.rights.Actor;
import java.util.Map;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Tells a person with which name he signs in from now on. */
@Component
class LoginListener {
    private final Delivery delivery;
    private final Readers readers;
    private final Notifications notifications;

    LoginListener(Delivery delivery, Readers readers, Notifications notifications) {
        this.delivery = delivery;
        this.readers = readers;
        this.notifications = notifications;
    }

    @Async
    @TransactionalEventListener
    void on(LoginChanged event) {
        delivery.forFirm(
                event.tenant(),
                () -> readers.of(event.tenant(), event.person()).ifPresent(reader -> tell(reader, event)));
    }

    private void tell(Actor reader, LoginChanged event) {
        var facts = Map.of("by", readers.name(event.by()), "login", event.login());
        var notice = new Notice(
                "loginChanged",
                readers.sentence(reader, "loginChanged", facts),
                readers.sentence(reader, "loginChangedHint", Map.of()),
                "/settings/preferences",
                "loginChanged/" + event.id());
        notifications.tell(reader.person(), notice);
    }
}
