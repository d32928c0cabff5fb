package io.chaoxi.notification;

import io.chaoxi.identity.OwnFactorWeakened;
import io.chaoxi.identity.SecondFactorReset;
import io.chaoxi.platform.rights.Actor;
import java.util.Map;
import java.util.UUID;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Tells a person what was done to his second factor; whoever did not do or ask for that should ask who it was. */
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
        tell(reader, "secondFactorReset", sentence, hint, event.id());
    }

    @Async
    @TransactionalEventListener
    void on(OwnFactorWeakened event) {
        delivery.forFirm(
                event.tenant(),
                () -> readers.of(event.tenant(), event.person()).ifPresent(reader -> tell(reader, event)));
    }

    private void tell(Actor reader, OwnFactorWeakened event) {
        String kind = switch (event.how()) {
            case REMOVED -> "secondFactorRemoved";
            case CODES_RENEWED -> "recoveryCodesRenewed";
        };
        String sentence = readers.sentence(reader, kind, Map.of());
        String hint = readers.sentence(reader, "ownFactorHint", Map.of());
        tell(reader, kind, sentence, hint, event.id());
    }

    private void tell(Actor reader, String kind, String sentence, String hint, UUID event) {
        var notice = new Notice(kind, sentence, hint, "/settings/preferences", kind + "/" + event);
        notifications.tell(reader.person(), notice);
    }
}
