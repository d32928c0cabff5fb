package io.chaoxi.task;

import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.rights.Actor;
import io.chaoxi.platform.rights.Actors;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Where people are: their own time zone, else the firm's; of one who left, that of who asks. */
@Component
class Zones {
    private final ObjectProvider<Actors> actors;

    Zones(ObjectProvider<Actors> actors) {
        this.actors = actors;
    }

    ZoneId of(@Nullable UUID person) {
        Actor acting = Acting.current();
        if (person == null || person.equals(acting.person())) return acting.zone();
        return actors.getObject().load(acting.tenant(), person).map(Actor::zone).orElse(acting.zone());
    }
}
