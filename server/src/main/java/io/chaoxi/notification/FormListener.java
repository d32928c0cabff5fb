package io.chaoxi.notification;

import io.chaoxi.webform.LeadSubmitted;
import java.util.Map;
import java.util.UUID;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Tells whoever is to answer that a stranger sent a form. */
@Component
class FormListener {
    private final Delivery delivery;
    private final Readers readers;
    private final Notifications notifications;

    FormListener(Delivery delivery, Readers readers, Notifications notifications) {
        this.delivery = delivery;
        this.readers = readers;
        this.notifications = notifications;
    }

    @Async
    @TransactionalEventListener
    void on(LeadSubmitted event) {
        delivery.forFirm(event.tenant(), () -> event.told().forEach(person -> tell(event, person)));
    }

    private void tell(LeadSubmitted event, UUID person) {
        var type = readers.type("lead");
        readers.of(event.tenant(), person)
                .ifPresent(reader -> readers.title(reader, type, event.lead())
                        .ifPresent(title -> notifications.tell(
                                reader.person(),
                                new Notice(
                                        "leadSubmitted",
                                        readers.sentence(reader, "leadSubmitted", Map.of("lead", title)),
                                        readers.sentence(reader, "leadSubmittedBy", Map.of("form", event.form())),
                                        "/leads/" + event.lead(),
                                        "submitted/" + event.lead()))));
    }
}
