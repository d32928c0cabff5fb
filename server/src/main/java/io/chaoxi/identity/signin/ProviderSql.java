package io.chaoxi.identity.signin;

import static chaoxi.tables.Tables.PROVIDER_ATTEMPT;
import static chaoxi.tables.Tables.PROVIDER_LINK;

import io.chaoxi.identity.factor.Owner;
import io.chaoxi.identity.provider.Attempt;
import io.chaoxi.identity.provider.Provider.Identity;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Every statement on the ways to the provider and on who is who there. */
@Component
class ProviderSql {
    static final Duration LONGEST = Duration.ofMinutes(10);

    private final DSLContext database;
    private final Clock clock;

    ProviderSql(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void insert(Attempt attempt, String browser) {
        database.insertInto(PROVIDER_ATTEMPT)
                .set(PROVIDER_ATTEMPT.STATE_HASH, OpaqueToken.digest(attempt.state()))
                .set(PROVIDER_ATTEMPT.BROWSER_HASH, OpaqueToken.digest(browser))
                .set(PROVIDER_ATTEMPT.NONCE, attempt.nonce())
                .set(PROVIDER_ATTEMPT.VERIFIER, attempt.verifier())
                .set(PROVIDER_ATTEMPT.EXPIRES_AT, now().plus(LONGEST))
                .execute();
    }

    /** The attempt that began in this browser; nobody takes it again. */
    Optional<Attempt> take(String state, String browser) {
        return database.deleteFrom(PROVIDER_ATTEMPT)
                .where(PROVIDER_ATTEMPT.STATE_HASH.eq(OpaqueToken.digest(state)))
                .and(PROVIDER_ATTEMPT.BROWSER_HASH.eq(OpaqueToken.digest(browser)))
                .and(PROVIDER_ATTEMPT.EXPIRES_AT.gt(now()))
                .returningResult(PROVIDER_ATTEMPT.NONCE, PROVIDER_ATTEMPT.VERIFIER)
                .fetchOptional(row -> new Attempt(state, row.value1(), row.value2()));
    }

    Optional<Owner> linked(Identity identity) {
        return database.select(PROVIDER_LINK.TENANT_ID, PROVIDER_LINK.PERSON_ID)
                .from(PROVIDER_LINK)
                .where(PROVIDER_LINK.ISSUER.eq(identity.issuer()))
                .and(PROVIDER_LINK.SUBJECT.eq(identity.subject()))
                .fetchOptional(row -> new Owner(row.value1(), row.value2()));
    }

    /** Says whether it was done: an account that belongs to another subject of this provider stays his. */
    boolean link(Identity identity, Owner owner) {
        return database.insertInto(PROVIDER_LINK)
                        .set(PROVIDER_LINK.ISSUER, identity.issuer())
                        .set(PROVIDER_LINK.SUBJECT, identity.subject())
                        .set(PROVIDER_LINK.TENANT_ID, owner.tenant())
                        .set(PROVIDER_LINK.PERSON_ID, owner.person())
                        .set(PROVIDER_LINK.LINKED_AT, now())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
