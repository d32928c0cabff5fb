package io.chaoxi.notification;

import io.chaoxi.platform.Ids;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.Field;
import io.chaoxi.platform.record.RecordType;
import io.chaoxi.platform.record.RecordsChanged;
import io.chaoxi.platform.rights.Actor;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Sees, within the transaction of a change, that records got another owner, and announces that. Only then is an event
 * kept until delivered; a change of anything else costs nothing. What a job assigns is told when the job ends.
 */
@Component
class AssignmentWatch {

    private final Catalogues catalogues;
    private final ApplicationEventPublisher events;

    AssignmentWatch(Catalogues catalogues, ApplicationEventPublisher events) {
        this.catalogues = catalogues;
        this.events = events;
    }

    @EventListener
    void on(RecordsChanged event) {
        UUID owner = event.owner();
        if (owner == null || owner.equals(event.by()) || event.job() != null || Actor.isProgram(event.by())) return;
        if (!assignable(catalogues.of(event.object()).type())) return;
        events.publishEvent(
                new RecordsAssigned(Ids.next(), event.tenant(), event.object(), event.ids(), owner, event.by()));
    }

    /** Contacts and the like follow another record's owner; nobody assigns them. */
    static boolean assignable(RecordType type) {
        return type.owned()
                && type.field("owner")
                        .filter(owner -> !owner.is(Field.Trait.READ_ONLY))
                        .isPresent();
    }
}
