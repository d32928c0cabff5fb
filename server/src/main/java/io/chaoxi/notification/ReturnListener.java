package io.chaoxi.notification;

import io.chaoxi.platform.rights.Actor;
import io.chaoxi.pool.ReturnsTold;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Tells a person what is about to return, what he lost by it and what came to him: one notification for all of a run. */
@Component
class ReturnListener {
    private final Delivery delivery;
    private final Readers readers;
    private final Notifications notifications;

    ReturnListener(Delivery delivery, Readers readers, Notifications notifications) {
        this.delivery = delivery;
        this.readers = readers;
        this.notifications = notifications;
    }

    @Async
    @TransactionalEventListener
    void on(ReturnsTold event) {
        delivery.forFirm(
                event.tenant(),
                () -> readers.of(event.tenant(), event.person()).ifPresent(person -> tell(person, event)));
    }

    /** What left for a pool is named only to who still reaches it there. */
    private void tell(Actor person, ReturnsTold event) {
        var type = readers.type(event.object());
        if (!person.may(type.object() + ".read")) return;
        Optional<String> title = event.records() == 1 ? readers.title(person, type, event.record()) : Optional.empty();
        var facts = new HashMap<String, Object>(Map.of("count", event.records()));
        facts.put("object", readers.objectName(person, type));
        facts.put("unit", readers.word(person, type, "_unit"));
        facts.put("pool", readers.word(person, type, "_pool"));
        title.ifPresent(name -> facts.put("record", name));
        if (event.first() != null)
            facts.put("day", event.first().atZone(person.zone()).toLocalDate().minusDays(1));
        String sentence = readers.sentence(person, event.what() + (title.isPresent() ? "One" : "Many"), facts);
        String link = title.isPresent() ? "/" + type.path() + "/" + event.record() : list(person, type.path(), event);
        notifications.tell(person.person(), new Notice("returns", sentence, null, link, "returns/" + event.id()));
    }

    private static String list(Actor person, String path, ReturnsTold event) {
        if (event.what().equals("returned")) return "/pool?of=" + event.object();
        String own = "/" + path + "?filter=owner%3D%3D%40me";
        if (event.last() == null) return own;
        LocalDate until = event.last().atZone(person.zone()).toLocalDate();
        return own + "%3BreturnAt%3Dle%3D" + until + "&sort=returnAt";
    }
}
