package io.chaoxi.identity.factor;

import io.chaoxi.platform.rights.Acting;
import java.util.UUID;

/** Whose second factor it is; asked for also before anybody acts. */
public record Owner(long tenant, UUID person) {

    /** The acting person. */
    static Owner acting() {
        return new Owner(Acting.current().tenant(), Acting.current().person());
    }

    /** Somebody of the acting person's firm. */
    static Owner colleague(UUID person) {
        return new Owner(Acting.current().tenant(), person);
    }
}
