package io.chaoxi.notification;

import io.chaoxi.platform.record.RecordType;
import io.chaoxi.platform.rights.Actor;
import io.chaoxi.promise.PromisesBroken;
import io.chaoxi.promise.PromisesBroken.Broken;
import io.chaoxi.promise.PromisesDue;
import java.util.Map;
import java.util.UUID;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Reminds people of what they promised, and tells them, and whoever leads them, what they did not keep. */
@Component
class PromiseListener {
    private final Delivery delivery;
    private final Readers readers;
    private final Notifications notifications;

    PromiseListener(Delivery delivery, Readers readers, Notifications notifications) {
        this.delivery = delivery;
        this.readers = readers;
        this.notifications = notifications;
    }

    @Async
    @TransactionalEventListener
    void on(PromisesDue event) {
        delivery.forFirm(
                event.tenant(),
                () -> event.reminders()
                        .forEach(one -> tell(
                                event.tenant(),
                                one.owner(),
                                new Told("promiseDue", "promiseDueBy", one.promise(), one.due(), "at " + one.at()),
                                "")));
    }

    @Async
    @TransactionalEventListener
    void on(PromisesBroken event) {
        delivery.forFirm(event.tenant(), () -> event.promises().forEach(one -> tell(event.tenant(), one)));
    }

    private void tell(long tenant, Broken one) {
        var told = new Told("promiseBroken", "promiseBrokenText", one.promise(), one.due(), "broken");
        tell(tenant, one.owner(), told, "");
        UUID leader = one.leader();
        if (leader == null) return;
        var above = new Told("promiseBrokenOf", "promiseBrokenOfText", one.promise(), one.due(), "broken");
        tell(tenant, leader, above, readers.name(one.owner()));
    }

    /**
     * @param kind of the notice; its first sentence has that key
     * @param once of the same promise nobody is told the same twice
     */
    private record Told(String kind, String text, UUID promise, String due, String once) {}

    private void tell(long tenant, UUID person, Told told, String of) {
        RecordType type = readers.type("promise");
        readers.of(tenant, person)
                .ifPresent(reader -> readers.title(reader, type, told.promise())
                        .ifPresent(title -> notifications.tell(person, notice(reader, told, title, of))));
    }

    private Notice notice(Actor reader, Told told, String title, String of) {
        return new Notice(
                told.kind(),
                readers.sentence(reader, told.kind(), Map.of("promise", title, "person", of)),
                readers.sentence(reader, told.text(), Map.of("due", told.due())),
                "/promises/" + told.promise(),
                told.kind() + "/" + told.promise() + "/" + told.once());
    }
}
