package io.chaoxi.identity.signin;

import static chaoxi.tables.Tables.ACCOUNT;
import static chaoxi.tables.Tables.SESSION;
import static chaoxi.tables.Tables.SIGN_IN_FAILURE;

import io.chaoxi.platform.problem.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
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
 * <p>Whoever guesses codes knows the password; he gets twenty for a login from all strange addresses together.
 */
@Component
public class SignInThrottle {
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int PAIR = 10;
    private static final int MANY = 200;
    private static final int CODES = 20;

    private final DSLContext database;
    private final KnownDevices devices;
    private final Clock clock;

    SignInThrottle(DSLContext database, KnownDevices devices, Clock clock) {
        this.database = database;
        this.devices = devices;
        this.clock = clock;
    }

    /** Counts the attempt before it is tried, so that parallel guesses count too; 429 above a limit. */
    public void attempt(String login, Origin origin) {
        forgetOld();
        Optional<String> device = devices.number(login, origin);
        boolean refused =
                device.isPresent() ? count("device " + device.get()) > PAIR : strangerRefused(login, origin.address());
        refuse(refused);
    }

    private boolean strangerRefused(String login, String address) {
        boolean refused = count(pair(login, address)) > PAIR;
        refused |= count("address " + address) > MANY;
        refused |= count("login " + login) > MANY && !atHome(login, address);
        return refused;
    }

    /** The same for a code behind a right password. */
    void attemptCode(String login, Origin origin) {
        attempt(login, origin);
        boolean stranger = devices.number(login, origin).isEmpty();
        refuse(stranger && count("code " + login) > CODES && !atHome(login, origin.address()));
    }

    private static void refuse(boolean refused) {
        if (refused) throw Refusal.of(429, "tooManySignIns").with("retryAfter", WINDOW.toSeconds() / 3);
    }

    /** Takes the attempt back. */
    public void succeeded(String login, Origin origin) {
        Optional<String> device = devices.number(login, origin);
        forget(device.map(number -> "device " + number).orElse(pair(login, origin.address())));
        if (device.isEmpty()) takeBack(List.of("address " + origin.address(), "login " + login));
    }

    /** The same for a right code. */
    void succeededWithCode(String login, Origin origin) {
        succeeded(login, origin);
        if (devices.number(login, origin).isEmpty()) takeBack(List.of("code " + login));
    }

    private void forget(String key) {
        database.deleteFrom(SIGN_IN_FAILURE)
                .where(SIGN_IN_FAILURE.KEY.eq(OpaqueToken.digest(key)))
                .execute();
    }

    private void takeBack(List<String> keys) {
        for (String key : keys) {
            database.update(SIGN_IN_FAILURE)
                    .set(SIGN_IN_FAILURE.COUNT, SIGN_IN_FAILURE.COUNT.minus(1))
                    .where(SIGN_IN_FAILURE.KEY.eq(OpaqueToken.digest(key)))
                    .and(SIGN_IN_FAILURE.COUNT.gt(0))
                    .execute();
        }
    }

    private static String pair(String login, String address) {
        return "pair " + address + " " + login;
    }

    private int count(String key) {
        Integer count = database.insertInto(SIGN_IN_FAILURE)
                .set(SIGN_IN_FAILURE.KEY, OpaqueToken.digest(key))
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
                .and(SESSION.ADDRESS.eq(address)));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
