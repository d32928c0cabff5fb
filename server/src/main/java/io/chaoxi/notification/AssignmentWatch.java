package io.chaoxi.notification;

import io.chaoxi.platform.Ids;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.Field;
import io.chaoxi.platform.record.HistorySql;
import io.chaoxi.platform.record.RecordAudience;
import io.chaoxi.platform.record.RecordType;
import io.chaoxi.platform.record.RecordsChanged;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sees, within the transaction of a change, that records got another owner, and announces that. Only then is an event
 * kept until delivered; a change of anything else costs one statement. What a job assigns is told when the job ends.
 */
@Component
class AssignmentWatch {
    private static final UUID PROGRAM = new UUID(0, 0);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Catalogues catalogues;
    private final HistorySql history;
    private final RecordAudience audience;
    private final ApplicationEventPublisher events;

    AssignmentWatch(
            Catalogues catalogues, HistorySql history, RecordAudience audience, ApplicationEventPublisher events) {
        this.catalogues = catalogues;
        this.history = history;
        this.audience = audience;
        this.events = events;
    }

    @EventListener
    void on(RecordsChanged event) {
        if (event.job() != null || PROGRAM.equals(event.by())) return;
        RecordType type = catalogues.of(event.object()).type();
        if (!assignable(type)) return;
        List<UUID> candidates = switch (event.kind()) {
            case "created" -> event.ids();
            case "changed" ->
                event.ids().stream()
                        .filter(id -> ownerChanged(event.object(), id))
                        .toList();
            default -> List.of();
        };
        Map<UUID, List<UUID>> byOwner = new LinkedHashMap<>();
        audience.of(type, candidates).forEach((id, ownership) -> {
            UUID owner = ownership.owner();
            if (owner != null && !owner.equals(event.by())) {
                byOwner.computeIfAbsent(owner, one -> new ArrayList<>()).add(id);
            }
        });
        byOwner.forEach((owner, ids) -> events.publishEvent(
                new RecordsAssigned(Ids.next(), event.tenant(), event.object(), ids, owner, event.by())));
    }

    /** Contacts and the like follow another record's owner; nobody assigns them. */
    static boolean assignable(RecordType type) {
        return type.owned()
                && type.field("owner")
                        .filter(owner -> !owner.is(Field.Trait.READ_ONLY))
                        .isPresent();
    }

    private boolean ownerChanged(String object, UUID id) {
        return history.of(object, id, null, 1).stream()
                .filter(line -> line.getChanges() != null)
                .flatMap(line -> JSON.readTree(line.getChanges().data()).valueStream())
                .anyMatch(change -> "owner".equals(change.path("field").asString()));
    }
}
