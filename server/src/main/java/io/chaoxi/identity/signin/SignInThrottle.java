package io.chaoxi.identity.signin;

import static chaoxi.tables.Tables.ACCOUNT;
import static chaoxi.tables.Tables.SESSION;
import static chaoxi.tables.Tables.SIGN_IN_FAILURE;

import io.chaoxi.platform.problem.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * Slows guessing down, counted in the database for all nodes: ten attempts in a quarter of an hour for a login from one
 * address, two hundred from one address, and two hundred for a login from all addresses. The last count does not hold
 * for an address where the person is signed in already. A device where he signed in before has ten attempts of its own
 * and nobody else's count for it, so that a stranger cannot lock him out, not even from behind the same address.
 *
 * <p>Codes are counted apart, so that a right password frees no guesses of them: as many for a device or an address, and
 * twenty for a login from all strange addresses together, for whoever guesses codes knows the password.
 */
@Component
public class SignInThrottle {
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int PAIR = 10;
    private static final int MANY = 200;
    private static final int CODES = 20;

    /** What is tried: each counts under keys of its own, with a limit for a login from all strange addresses. */
    private enum Kind {
        PASSWORD("", MANY),
        CODE("code ", CODES),
        /** Of the one-time code of set-up, which has no login. */
        SET_UP("set-up ", MANY),
        /** Ways to the provider, counted for an address only: nothing is guessed there. */
        PROVIDER("provider ", MANY);

        private final String prefix;
        private final int mostOfLogin;

        Kind(String prefix, int mostOfLogin) {
            this.prefix = prefix;
            this.mostOfLogin = mostOfLogin;
        }
    }

    private final DSLContext database;
    private final KnownDevices devices;
    private final Clock clock;

    SignInThrottle(DSLContext database, KnownDevices devices, Clock clock) {
        this.database = database;
        this.devices = devices;
        this.clock = clock;
    }

    /** Counts the attempt before it is tried, so that parallel guesses count too; 429 above a limit. */
    void attempt(String login, Origin origin) {
        attempt(Kind.PASSWORD, login, origin);
    }

    /** The same for a code behind a right password. */
    void attemptCode(String login, Origin origin) {
        attempt(Kind.CODE, login, origin);
    }

    /** The same for the one-time code that sets the installation up. */
    public void attemptSetUp(Origin origin) {
        attempt(Kind.SET_UP, "", origin);
    }

    /** Counts a way to the OpenID Connect provider. */
    void attemptProvider(Origin origin) {
        forgetOld();
        if (count(Kind.PROVIDER, "address " + origin.address()) > MANY) throw tooMany();
    }

    private static Refusal tooMany() {
        return Refusal.of(429, "tooManySignIns").with("retryAfter", WINDOW.toSeconds() / 3);
    }

    private void attempt(Kind kind, String login, Origin origin) {
        forgetOld();
        Optional<String> device = devices.number(login, origin);
        boolean refused = device.isPresent()
                ? count(kind, "device " + device.get()) > PAIR
                : strangerRefused(kind, login, origin.address());
        if (refused) throw tooMany();
    }

    private boolean strangerRefused(Kind kind, String login, String address) {
        boolean refused = count(kind, pair(login, address)) > PAIR;
        refused |= count(kind, "address " + address) > MANY;
        refused |= count(kind, "login " + login) > kind.mostOfLogin && !atHome(login, address);
        return refused;
    }

    /** Takes the attempt back. */
    void succeeded(String login, Origin origin) {
        succeeded(Kind.PASSWORD, login, origin);
    }

    /** The same for a right code; the password before it has its own. */
    void succeededWithCode(String login, Origin origin) {
        succeeded(Kind.CODE, login, origin);
    }

    public void succeededWithSetUp(Origin origin) {
        succeeded(Kind.SET_UP, "", origin);
    }

    void succeededWithProvider(Origin origin) {
        takeBack(Kind.PROVIDER, "address " + origin.address());
    }

    private void succeeded(Kind kind, String login, Origin origin) {
        Optional<String> device = devices.number(login, origin);
        forget(kind, device.map(number -> "device " + number).orElse(pair(login, origin.address())));
        if (device.isPresent()) return;
        takeBack(kind, "address " + origin.address());
        takeBack(kind, "login " + login);
    }

    private void forget(Kind kind, String key) {
        database.deleteFrom(SIGN_IN_FAILURE)
                .where(SIGN_IN_FAILURE.KEY.eq(digest(kind, key)))
                .execute();
    }

    private void takeBack(Kind kind, String key) {
        database.update(SIGN_IN_FAILURE)
                .set(SIGN_IN_FAILURE.COUNT, SIGN_IN_FAILURE.COUNT.minus(1))
                .where(SIGN_IN_FAILURE.KEY.eq(digest(kind, key)))
                .and(SIGN_IN_FAILURE.COUNT.gt(0))
                .execute();
    }

    private static byte[] digest(Kind kind, String key) {
        return OpaqueToken.digest(kind.prefix + key);
    }

    private static String pair(String login, String address) {
        return "pair " + address + " " + login;
    }

    private int count(Kind kind, String key) {
        Integer count = database.insertInto(SIGN_IN_FAILURE)
                .set(SIGN_IN_FAILURE.KEY, digest(kind, key))
                .set(SIGN_IN_FAILURE.COUNT, 1)
                .set(SIGN_IN_FAILURE.SINCE, now())
                .onConflict(SIGN_IN_FAILURE.KEY)
                .doUpdate()
                .set(SIGN_IN_FAILURE.COUNT, SIGN_IN_FAILURE.COUNT.plus(1))
                .returningResult(SIGN_IN_FAILURE.COUNT)
                .fetchOne(SIGN_IN_FAILURE.COUNT);
        return count == null ? 0 : count;
    }

    private void forgetOld() {
        database.deleteFrom(SIGN_IN_FAILURE)
                .where(SIGN_IN_FAILURE.SINCE.lt(now().minus(WINDOW)))
                .execute();
    }

    private boolean atHome(String login, String address) {
        return database.fetchExists(DSL.selectOne()
                .from(ACCOUNT)
                .join(SESSION)
                .on(SESSION.TENANT_ID.eq(ACCOUNT.TENANT_ID))
                .and(SESSION.PERSON_ID.eq(ACCOUNT.PERSON_ID))
                .where(ACCOUNT.LOGIN.eq(login))
                .and(SESSION.ADDRESS.eq(address))
                .and(SESSION.EXPIRES_AT.gt(now())));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
