package io.chaoxi.testing;

import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.rights.Actor;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Somebody of a {@link Firm}, signed in in a browser of his own.
 *
 * @param http sends his session cookie and XSRF token with every request
 * @param actor what he may at the moment he signed in, for calling use cases in Java
 */
public record SignedIn(UUID id, String login, Http http, Actor actor) {

    /** Runs a use case as this person. */
    public <T> T as(Supplier<T> work) {
        return Acting.as(actor, work);
    }

    public void as(Runnable work) {
        Acting.as(actor, work);
    }
}
