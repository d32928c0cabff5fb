package io.chaoxi.identity.signin;

import static chaoxi.tables.Tables.ACCOUNT;
import static chaoxi.tables.Tables.API_TOKEN;
import static chaoxi.tables.Tables.HALF_SIGN_IN;
import static chaoxi.tables.Tables.PROVIDER_LINK;
import static chaoxi.tables.Tables.SESSION;
import static chaoxi.tables.Tables.TENANT;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Every statement on accounts. They stand outside the tenant wall, so each names the firm itself. */
@Component
class AccountSql {
    private final DSLContext database;
    private final Clock clock;

    AccountSql(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** An account with the hash of its password; {@code oneTimeUntil} is set while that is a one-time one. */
    record Account(
            String login,
            long tenant,
            UUID person,
            String hash,
            boolean installationAdministrator,
            @Nullable OffsetDateTime oneTimeUntil) {}

    Optional<Account> find(String login) {
        return find(ACCOUNT.LOGIN.eq(login));
    }

    Optional<Account> find(long tenant, UUID person) {
        return find(of(tenant, person));
    }

    private Optional<Account> find(Condition condition) {
        return database.select(
                        ACCOUNT.LOGIN,
                        ACCOUNT.TENANT_ID,
                        ACCOUNT.PERSON_ID,
                        ACCOUNT.PASSWORD_HASH,
                        ACCOUNT.INSTALLATION_ADMINISTRATOR,
                        ACCOUNT.ONE_TIME_UNTIL)
                .from(ACCOUNT)
                .where(condition)
                .fetchOptional(row -> new Account(
                        row.value1(), row.value2(), row.value3(), row.value4(), row.value5(), row.value6()));
    }

    private static Condition of(long tenant, UUID person) {
        return ACCOUNT.TENANT_ID.eq(tenant).and(ACCOUNT.PERSON_ID.eq(person));
    }

    /** Says whether the login was free. */
    boolean insert(String login, long tenant, UUID person) {
        return database.insertInto(ACCOUNT)
                        .set(ACCOUNT.LOGIN, login)
                        .set(ACCOUNT.TENANT_ID, tenant)
                        .set(ACCOUNT.PERSON_ID, person)
                        .set(ACCOUNT.PASSWORD_HASH, PasswordHashes.NONE)
                        .set(ACCOUNT.PASSWORD_CHANGED_AT, now())
                        .onConflict(ACCOUNT.LOGIN)
                        .doNothing()
                        .execute()
                == 1;
    }

    void setLogin(long tenant, UUID person, String login) {
        database.update(ACCOUNT)
                .set(ACCOUNT.LOGIN, login)
                .where(of(tenant, person))
                .execute();
    }

    void setInstallationAdministrator(long tenant, UUID person) {
        database.update(ACCOUNT)
                .set(ACCOUNT.INSTALLATION_ADMINISTRATOR, true)
                .where(of(tenant, person))
                .execute();
    }

    void setPassword(long tenant, UUID person, String hash, @Nullable OffsetDateTime oneTimeUntil) {
        database.update(ACCOUNT)
                .set(ACCOUNT.PASSWORD_HASH, hash)
                .set(ACCOUNT.ONE_TIME_UNTIL, oneTimeUntil)
                .set(ACCOUNT.PASSWORD_CHANGED_AT, now())
                .where(of(tenant, person))
                .execute();
    }

    void delete(long tenant, UUID person) {
        database.deleteFrom(ACCOUNT).where(of(tenant, person)).execute();
    }

    /** Whether the installation has more than one firm. */
    boolean severalFirms() {
        return database.fetchCount(TENANT) > 1;
    }

    /** Ends all sessions of the person but the one to keep, and whatever waits for a code to become one. */
    void endSessions(long tenant, UUID person, @Nullable UUID keep) {
        var sessions = SESSION.TENANT_ID.eq(tenant).and(SESSION.PERSON_ID.eq(person));
        database.deleteFrom(SESSION)
                .where(keep == null ? sessions : sessions.and(SESSION.ID.ne(keep)))
                .execute();
        database.deleteFrom(HALF_SIGN_IN)
                .where(HALF_SIGN_IN.TENANT_ID.eq(tenant).and(HALF_SIGN_IN.PERSON_ID.eq(person)))
                .execute();
    }

    /** Whoever the provider vouches for next is looked up by the login again. */
    void unlink(long tenant, UUID person) {
        database.deleteFrom(PROVIDER_LINK)
                .where(PROVIDER_LINK.TENANT_ID.eq(tenant))
                .and(PROVIDER_LINK.PERSON_ID.eq(person))
                .execute();
    }

    void endTokens(long tenant, UUID person) {
        database.deleteFrom(API_TOKEN)
                .where(API_TOKEN.TENANT_ID.eq(tenant).and(API_TOKEN.PERSON_ID.eq(person)))
                .execute();
    }

    OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
