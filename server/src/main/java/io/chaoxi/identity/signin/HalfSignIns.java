package io.chaoxi.identity.signin;

import static chaoxi.tables.Tables.HALF_SIGN_IN;

import io.chaoxi.identity.factor.Owner;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Passwords that were right and wait for their code, for five minutes and five tries. Nothing else is open to them. */
@Component
class HalfSignIns {
    static final Duration LONGEST = Duration.ofMinutes(5);
    static final int TRIES = 5;

    private final DSLContext database;
    private final Clock clock;

    HalfSignIns(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The secret by which whoever enters the code shows that the password was his. */
    String begin(Owner owner) {
        String secret = OpaqueToken.make();
        database.deleteFrom(HALF_SIGN_IN)
                .where(HALF_SIGN_IN.TENANT_ID.eq(owner.tenant()))
                .and(HALF_SIGN_IN.PERSON_ID.eq(owner.person()))
                .and(HALF_SIGN_IN.EXPIRES_AT.lt(now()))
                .execute();
        database.insertInto(HALF_SIGN_IN)
                .set(HALF_SIGN_IN.TOKEN_HASH, OpaqueToken.digest(secret))
                .set(HALF_SIGN_IN.TENANT_ID, owner.tenant())
                .set(HALF_SIGN_IN.PERSON_ID, owner.person())
                .set(HALF_SIGN_IN.EXPIRES_AT, now().plus(LONGEST))
                .execute();
        return secret;
    }

    /** Whose it is. The try counts before the code is looked at, so that parallel guesses count too. */
    Optional<Owner> attempt(String secret) {
        return database.update(HALF_SIGN_IN)
                .set(HALF_SIGN_IN.TRIES, HALF_SIGN_IN.TRIES.plus(1))
                .where(HALF_SIGN_IN.TOKEN_HASH.eq(OpaqueToken.digest(secret)))
                .and(HALF_SIGN_IN.EXPIRES_AT.gt(now()))
                .and(HALF_SIGN_IN.TRIES.lt(TRIES))
                .returningResult(HALF_SIGN_IN.TENANT_ID, HALF_SIGN_IN.PERSON_ID)
                .fetchOptional(row -> new Owner(row.value1(), row.value2()));
    }

    /** Whether it can be tried again. */
    boolean alive(String secret) {
        return database.fetchExists(
                HALF_SIGN_IN,
                HALF_SIGN_IN
                        .TOKEN_HASH
                        .eq(OpaqueToken.digest(secret))
                        .and(HALF_SIGN_IN.TRIES.lt(TRIES))
                        .and(HALF_SIGN_IN.EXPIRES_AT.gt(now())));
    }

    /** Says whether it was still there: of two who end it at once one gets the session. */
    boolean end(String secret) {
        return database.deleteFrom(HALF_SIGN_IN)
                        .where(HALF_SIGN_IN.TOKEN_HASH.eq(OpaqueToken.digest(secret)))
                        .execute()
                == 1;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
