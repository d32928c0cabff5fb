package io.chaoxi.platform.rights;

import java.util.Optional;
import java.util.UUID;

/** Where actors come from; identity answers. */
public interface Actors {

    /** The person with all rights of this moment, acting through nothing; empty when the person is locked or gone. */
    Optional<Actor> load(long tenant, UUID person);

    /** The same through a session or a token, narrowed to the token's scopes; does not ask whether the ticket stands. */
    Optional<Actor> load(Presence.Ticket ticket);
}
