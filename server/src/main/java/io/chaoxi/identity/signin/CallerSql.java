package io.chaoxi.identity.signin;

import static chaoxi.tables.Tables.ACCOUNT;
import static chaoxi.tables.Tables.API_TOKEN;
import static chaoxi.tables.Tables.SECOND_FACTOR;
import static chaoxi.tables.Tables.SESSION;

import io.chaoxi.platform.rights.TokenNames;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Every statement on sessions and API tokens. They stand outside the tenant wall: the secret finds them. */
@Component
class CallerSql implements TokenNames {
    static final Duration IDLE = Duration.ofHours(12);
    static final Duration LONGEST = Duration.ofDays(30);

    private final DSLContext database;
    private final Clock clock;

    CallerSql(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A session as its owner sees it in his list. */
    record SessionRow(UUID id, OffsetDateTime createdAt, OffsetDateTime seenAt, String address, String agent) {}

    /** A token as its owner sees it in his list, without the secret. */
    record TokenRow(
            UUID id,
            String name,
            List<String> scopes,
            OffsetDateTime createdAt,
            @Nullable OffsetDateTime expiresAt,
            @Nullable OffsetDateTime usedAt) {}

    Optional<Caller> session(byte[] digest) {
        return database.select(
                        SESSION.ID,
                        SESSION.TENANT_ID,
                        SESSION.PERSON_ID,
                        SESSION.CREATED_AT,
                        SESSION.SEEN_AT,
                        SESSION.EXPIRES_AT,
                        ACCOUNT.ONE_TIME_UNTIL,
                        ACCOUNT.INSTALLATION_ADMINISTRATOR,
                        SECOND_FACTOR.SINCE)
                .from(SESSION)
                .join(ACCOUNT)
                .on(ACCOUNT.TENANT_ID.eq(SESSION.TENANT_ID))
                .and(ACCOUNT.PERSON_ID.eq(SESSION.PERSON_ID))
                .leftJoin(SECOND_FACTOR)
                .on(SECOND_FACTOR.TENANT_ID.eq(SESSION.TENANT_ID))
                .and(SECOND_FACTOR.PERSON_ID.eq(SESSION.PERSON_ID))
                .where(SESSION.TOKEN_HASH.eq(digest))
                .and(SESSION.EXPIRES_AT.gt(now()))
                .fetchOptional(CallerSql::caller);
    }

    private static Caller caller(Record row) {
        return new Caller(
                row.get(SESSION.ID),
                row.get(SESSION.TENANT_ID),
                row.get(SESSION.PERSON_ID),
                null,
                row.get(ACCOUNT.ONE_TIME_UNTIL) != null,
                row.get(ACCOUNT.INSTALLATION_ADMINISTRATOR),
                row.get(SECOND_FACTOR.SINCE) != null,
                row.get(SESSION.CREATED_AT),
                row.get(SESSION.SEEN_AT),
                row.get(SESSION.EXPIRES_AT));
    }

    /**
     * None while the password is a one-time one: after somebody had to reset it, what holds a token waits until the person
     * has chosen his own.
     */
    Optional<Caller> token(byte[] digest) {
        return database.select(
                        API_TOKEN.ID,
                        API_TOKEN.TENANT_ID,
                        API_TOKEN.PERSON_ID,
                        API_TOKEN.SCOPES,
                        API_TOKEN.CREATED_AT,
                        API_TOKEN.USED_AT,
                        API_TOKEN.EXPIRES_AT)
                .from(API_TOKEN)
                .join(ACCOUNT)
                .on(ACCOUNT.TENANT_ID.eq(API_TOKEN.TENANT_ID))
                .and(ACCOUNT.PERSON_ID.eq(API_TOKEN.PERSON_ID))
                .and(ACCOUNT.ONE_TIME_UNTIL.isNull())
                .where(API_TOKEN.TOKEN_HASH.eq(digest))
                .and(API_TOKEN.EXPIRES_AT.isNull().or(API_TOKEN.EXPIRES_AT.gt(now())))
                .fetchOptional(row -> new Caller(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        Set.of(row.value4()),
                        false,
                        false,
                        false,
                        row.value5(),
                        row.value6(),
                        row.value7()));
    }

    UUID insertSession(byte[] digest, UUID id, long tenant, UUID person, Origin origin, boolean proved) {
        database.insertInto(SESSION)
                .set(SESSION.TOKEN_HASH, digest)
                .set(SESSION.ID, id)
                .set(SESSION.TENANT_ID, tenant)
                .set(SESSION.PERSON_ID, person)
                .set(SESSION.CREATED_AT, now())
                .set(SESSION.SEEN_AT, now())
                .set(SESSION.CONFIRMED_AT, proved ? now() : now().minus(IDLE))
                .set(SESSION.EXPIRES_AT, now().plus(IDLE))
                .set(SESSION.ADDRESS, origin.address())
                .set(SESSION.AGENT, origin.agent())
                .execute();
        return id;
    }

    void deleteExpired(long tenant, UUID person) {
        database.deleteFrom(SESSION)
                .where(SESSION.TENANT_ID.eq(tenant))
                .and(SESSION.PERSON_ID.eq(person))
                .and(SESSION.EXPIRES_AT.lt(now()))
                .execute();
    }

    /** Moves the end of the session on, never beyond thirty days after its beginning. */
    void seen(Caller session) {
        OffsetDateTime idle = now().plus(IDLE);
        OffsetDateTime last = session.createdAt().plus(LONGEST);
        database.update(SESSION)
                .set(SESSION.SEEN_AT, now())
                .set(SESSION.EXPIRES_AT, idle.isBefore(last) ? idle : last)
                .where(SESSION.ID.eq(session.id()))
                .execute();
    }

    void used(Caller token) {
        database.update(API_TOKEN)
                .set(API_TOKEN.USED_AT, now())
                .where(API_TOKEN.ID.eq(token.id()))
                .execute();
    }

    List<SessionRow> sessions(long tenant, UUID person) {
        return database.select(SESSION.ID, SESSION.CREATED_AT, SESSION.SEEN_AT, SESSION.ADDRESS, SESSION.AGENT)
                .from(SESSION)
                .where(SESSION.TENANT_ID.eq(tenant))
                .and(SESSION.PERSON_ID.eq(person))
                .and(SESSION.EXPIRES_AT.gt(now()))
                .orderBy(SESSION.SEEN_AT.desc())
                .fetchInto(SessionRow.class);
    }

    boolean deleteSession(long tenant, UUID person, UUID id) {
        return database.deleteFrom(SESSION)
                        .where(SESSION.TENANT_ID.eq(tenant))
                        .and(SESSION.PERSON_ID.eq(person))
                        .and(SESSION.ID.eq(id))
                        .execute()
                == 1;
    }

    void insertToken(byte[] digest, TokenRow token, long tenant, UUID person) {
        database.insertInto(API_TOKEN)
                .set(API_TOKEN.TOKEN_HASH, digest)
                .set(API_TOKEN.ID, token.id())
                .set(API_TOKEN.TENANT_ID, tenant)
                .set(API_TOKEN.PERSON_ID, person)
                .set(API_TOKEN.NAME, token.name())
                .set(API_TOKEN.SCOPES, token.scopes().toArray(String[]::new))
                .set(API_TOKEN.CREATED_AT, token.createdAt())
                .set(API_TOKEN.EXPIRES_AT, token.expiresAt())
                .execute();
    }

    List<TokenRow> tokens(long tenant, UUID person) {
        return database.select(
                        API_TOKEN.ID,
                        API_TOKEN.NAME,
                        API_TOKEN.SCOPES,
                        API_TOKEN.CREATED_AT,
                        API_TOKEN.EXPIRES_AT,
                        API_TOKEN.USED_AT)
                .from(API_TOKEN)
                .where(API_TOKEN.TENANT_ID.eq(tenant))
                .and(API_TOKEN.PERSON_ID.eq(person))
                .orderBy(API_TOKEN.CREATED_AT.desc())
                .fetch(row -> new TokenRow(
                        row.value1(), row.value2(), List.of(row.value3()), row.value4(), row.value5(), row.value6()));
    }

    boolean deleteToken(long tenant, UUID person, UUID id) {
        return database.deleteFrom(API_TOKEN)
                        .where(API_TOKEN.TENANT_ID.eq(tenant))
                        .and(API_TOKEN.PERSON_ID.eq(person))
                        .and(API_TOKEN.ID.eq(id))
                        .execute()
                == 1;
    }

    @Override
    public Optional<String> name(UUID token) {
        return database.select(API_TOKEN.NAME)
                .from(API_TOKEN)
                .where(API_TOKEN.ID.eq(token))
                .fetchOptional(API_TOKEN.NAME);
    }

    OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
