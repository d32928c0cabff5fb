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
 * {@code {path}} (such as customers) or {@code {object}}; there the use case refuses, for the gate knows no objects.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {
    /** Open to everyone, signed in or not. */
    String NOTHING = "nothing";

    /** Whoever signed in, also with a one-time password that he has yet to replace. */
    String HALF_SIGNED_IN = "halfSignedIn";

    /** Whoever is signed in, by session or token. */
    String SIGNED_IN = "signedIn";

    /** Whoever is signed in by a session of his own; API tokens are refused. */
    String SESSION = "session";

    /** Whoever is signed in by a session of his own, also without the second factor that a role wants of him. */
    String BEFORE_FACTOR = "beforeFactor";

    /** The administrator of the installation, by a session of his own. */
    String INSTALLATION = "installation";

    String[] value();
}
