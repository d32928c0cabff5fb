package io.chaoxi.identity.signin;

import static chaoxi.tables.Tables.ACCOUNT;
import static chaoxi.tables.Tables.SESSION;
import static chaoxi.tables.Tables.SIGN_IN_FAILURE;

import io.chaoxi.platform.problem.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * Slows guessing down, counted in the database for all nodes: ten attempts in a quarter of an hour for a login from one
 * address, two hundred from one address, and two hundred for a login from all addresses. The last count does not hold
 * for an address where the person is signed in already, so that a stranger cannot lock him out.
 */
@Component
public class SignInThrottle {
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int PAIR = 10;
    private static final int MANY = 200;

    private final DSLContext database;
    private final Clock clock;

    SignInThrottle(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Counts the attempt before it is tried, so that parallel guesses count too; 429 above a limit. */
    public void attempt(String login, String address) {
        forgetOld();
        boolean refused = count(pair(login, address)) > PAIR;
        refused |= count("address " + address) > MANY;
        refused |= count("login " + login) > MANY && !atHome(login, address);
        if (refused) throw Refusal.of(429, "tooManySignIns").with("retryAfter", WINDOW.toSeconds() / 3);
    }

    /** Takes the attempt back. */
    public void succeeded(String login, String address) {
        database.deleteFrom(SIGN_IN_FAILURE)
                .where(SIGN_IN_FAILURE.KEY.eq(OpaqueToken.digest(pair(login, address))))
                .execute();
        for (String key : java.util.List.of("address " + address, "login " + login)) {
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
