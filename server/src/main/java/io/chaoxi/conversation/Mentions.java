package io.chaoxi.conversation;

import io.chaoxi.platform.problem.FieldError;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.Catalogue;
import io.chaoxi.platform.record.RecordAudience;
import io.chaoxi.platform.record.RecordLabels;
import io.chaoxi.platform.record.RecordType;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.rights.Actor;
import io.chaoxi.platform.rights.Actors;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Whom a comment names: colleagues only, and its writer is told which of them it does not reach. */
@Component
class Mentions {
    private final RecordLabels labels;
    private final RecordAudience audience;
    private final Actors actors;

    Mentions(RecordLabels labels, RecordAudience audience, Actors actors) {
        this.labels = labels;
        this.audience = audience;
        this.actors = actors;
    }

    /** A person as he is named. */
    record Named(UUID id, String label) {}

    /** 422 for an id that is nobody's of the firm, under whatever name it is written. */
    void check(CommentText text) {
        var mentioned = text.mentioned();
        if (mentioned.size() > CommentText.MOST_MENTIONED) {
            var most = Map.<String, Object>of("max", CommentText.MOST_MENTIONED);
            throw Refusal.fields(List.of(new FieldError("text", "tooManyMentioned", most)));
        }
        if (!names(mentioned).keySet().containsAll(mentioned)) throw Refusal.field("text", "unknownMention");
    }

    /** Names are kept for two seconds: who is not among them may have come meanwhile. */
    private Map<UUID, String> names(List<UUID> people) {
        Map<UUID, String> kept = labels.of("person", people);
        if (kept.keySet().containsAll(people)) return kept;
        labels.forget("person");
        return labels.of("person", people);
    }

    /** Who of the mentioned is not told, for he may not see the record or works here no more. */
    List<Named> unreached(Catalogue catalogue, UUID record, CommentText text) {
        var mentioned = text.mentioned();
        if (mentioned.isEmpty()) return List.of();
        Actor writer = catalogue.actor();
        Map<UUID, String> names = names(mentioned);
        return Acting.as(Actor.system(writer.tenant(), ZoneOffset.UTC), () -> {
            var ownership = audience.of(catalogue.type(), List.of(record)).get(record);
            return mentioned.stream()
                    .filter(person -> ownership == null || !reached(writer, person, catalogue.type(), ownership))
                    .map(person -> new Named(person, names.getOrDefault(person, "")))
                    .toList();
        });
    }

    private boolean reached(Actor writer, UUID person, RecordType type, RecordAudience.Ownership ownership) {
        return person.equals(writer.person())
                || actors.load(writer.tenant(), person)
                        .filter(actor -> RecordAudience.reaches(actor, type, ownership))
                        .isPresent();
    }
}
