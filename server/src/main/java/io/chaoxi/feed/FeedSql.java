package io.chaoxi.feed;

import static chaoxi.tables.Tables.ACCOUNT;
import static chaoxi.tables.Tables.CALENDAR_FEED;
import static chaoxi.tables.Tables.TENANT;

import io.chaoxi.platform.rights.Actor;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Every statement on secret addresses of calendars. */
@Component
class FeedSql {
    private final DSLContext database;
    private final Clock clock;

    FeedSql(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Whose calendar it is. */
    record Owner(long tenant, UUID person) {}

    /** Nobody's while his password is a one-time one: after a reset everything that he held waits until he has his own. */
    Optional<Owner> owner(byte[] digest) {
        return database.select(CALENDAR_FEED.TENANT_ID, CALENDAR_FEED.PERSON_ID)
                .from(CALENDAR_FEED)
                .join(ACCOUNT)
                .on(ACCOUNT.TENANT_ID.eq(CALENDAR_FEED.TENANT_ID))
                .and(ACCOUNT.PERSON_ID.eq(CALENDAR_FEED.PERSON_ID))
                .and(ACCOUNT.ONE_TIME_UNTIL.isNull())
                .where(CALENDAR_FEED.TOKEN_HASH.eq(digest))
                .fetchOptional(row -> new Owner(row.value1(), row.value2()));
    }

    Optional<Instant> since(Actor person) {
        return database.select(CALENDAR_FEED.CREATED_AT)
                .from(CALENDAR_FEED)
                .where(CALENDAR_FEED.TENANT_ID.eq(person.tenant()))
                .and(CALENDAR_FEED.PERSON_ID.eq(person.person()))
                .fetchOptional(row -> row.value1().toInstant());
    }

    /** In place of the one that there was. */
    void put(Actor person, byte[] digest) {
        delete(person);
        database.insertInto(CALENDAR_FEED)
                .set(CALENDAR_FEED.TOKEN_HASH, digest)
                .set(CALENDAR_FEED.TENANT_ID, person.tenant())
                .set(CALENDAR_FEED.PERSON_ID, person.person())
                .set(CALENDAR_FEED.CREATED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .execute();
    }

    boolean delete(Actor person) {
        return database.deleteFrom(CALENDAR_FEED)
                        .where(CALENDAR_FEED.TENANT_ID.eq(person.tenant()))
                        .and(CALENDAR_FEED.PERSON_ID.eq(person.person()))
                        .execute()
                == 1;
    }

    String firm(long tenant) {
        return database.select(TENANT.NAME)
                .from(TENANT)
                .where(TENANT.ID.eq(tenant))
                .fetchSingle()
                .value1();
    }
}
