package io.chaoxi.identity.confirm;

/**
 * The changes that somebody at an unlocked screen, or with a stolen cookie, must not be able to make. This is the whole
 * list; each is asked for by {@link Confirmations#require} in the use case that makes the change.
 *
 * <p>A program cannot prove that it is a person. It does what the scopes of its token say where {@link #open} says so:
 * whoever made that token confirmed it. It never makes further tokens and never touches a password or second factor of
 * its own.
 */
public enum Sensitive {
    TOKEN_MADE(false),
    OWN_PASSWORD(false),
    OWN_FACTOR(false),
    ROLES_GIVEN(true),
    RIGHTS_CHANGED(true),
    PASSWORD_RESET(true),
    LOGIN_CHANGED(true),
    FACTOR_RESET(false),
    PERSON_EXPORTED(false),
    PERSON_ERASED(false);

    private final boolean open;

    Sensitive(boolean open) {
        this.open = open;
    }

    /** Whether a program may make the change by the scopes of its token. */
    boolean open() {
        return open;
    }
}
