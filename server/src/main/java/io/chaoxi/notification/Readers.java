package io.chaoxi.notification;

import io.chaoxi.platform.Labels;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.RecordAudience;
import io.chaoxi.platform.record.RecordLabels;
import io.chaoxi.platform.record.RecordType;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.rights.Actor;
import io.chaoxi.platform.rights.Actors;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Whoever is to be told something, with his rights of this moment: what he may not read, he is not told. */
@Component
class Readers {
    private final Actors actors;
    private final Catalogues catalogues;
    private final RecordAudience audience;
    private final RecordLabels recordLabels;
    private final Labels labels;

    Readers(Actors actors, Catalogues catalogues, RecordAudience audience, RecordLabels recordLabels, Labels labels) {
        this.actors = actors;
        this.catalogues = catalogues;
        this.audience = audience;
        this.recordLabels = recordLabels;
        this.labels = labels;
    }

    /** Empty when the person is locked or gone. */
    Optional<Actor> of(long tenant, UUID person) {
        return actors.load(tenant, person);
    }

    /** The record's title, or what such records are called if he may not read it; empty when it is out of his reach. */
    Optional<String> title(Actor reader, RecordType type, UUID record) {
        var ownership = audience.of(type, List.of(record)).get(record);
        if (ownership == null || !RecordAudience.reaches(reader, type, ownership)) return Optional.empty();
        return Acting.as(
                reader,
                () -> catalogues.of(type).titleRight().readable()
                        ? Optional.ofNullable(
                                recordLabels.of(type.object(), List.of(record)).get(record))
                        : Optional.of(objectName(reader, type)));
    }

    /** The name of the firm's person, as everybody of the firm may see it. */
    String name(UUID person) {
        return recordLabels.of("person", List.of(person)).getOrDefault(person, "潮汐");
    }

    String objectName(Actor reader, RecordType type) {
        return word(reader, type, "_object");
    }

    /** A word that goes with the object. */
    String word(Actor reader, RecordType type, String key) {
        return labels.of(type.object(), key).in(reader.locale());
    }

    String sentence(Actor reader, String key, Map<String, ?> arguments) {
        return labels.of("notification", key).in(reader.locale(), arguments);
    }

    RecordType type(String object) {
        return catalogues.of(object).type();
    }
}
