package io.chaoxi.platform.rights;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a route asks of the caller; stands on every controller method (or on its class for all of them), and a test fails
 * where it is missing. The gate refuses a call that lacks it before the method runs, docs/permissions.md is made from it.
 *
 * <p>One of several permissions suffices. {@code {object}.read} stands for the object that the address names, by
 * {@code {objects}} (its path) or {@code {object}}; the use case refuses, the gate cannot know the object.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {
    /** Open to everyone, signed in or not. */
    String NOTHING = "nothing";

    /** Whoever is signed in, by session or token. */
    String SIGNED_IN = "signedIn";

    /** Whoever is signed in by a session of his own; API tokens are refused. */
    String SESSION = "session";

    /** The administrator of the installation, by a session of his own. */
    String INSTALLATION = "installation";

    String[] value();
}
