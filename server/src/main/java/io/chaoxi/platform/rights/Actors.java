package io.chaoxi.platform.rights;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where actors come from; identity answers. */
public interface Actors {

    /**
     * The person with the rights of this moment, narrowed to the token's scopes when there are any; empty when the
     * person is locked or gone.
     */
    Optional<Actor> load(long tenant, UUID person, @Nullable Set<String> tokenScopes);
}
