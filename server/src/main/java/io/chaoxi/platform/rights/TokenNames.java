package io.chaoxi.platform.rights;

import java.util.Optional;
import java.util.UUID;

/** What people call their API tokens; identity answers. */
public interface TokenNames {
    /** Empty for a token that is gone. */
    Optional<String> name(UUID token);
}
