package io.chaoxi.favourite;

import static chaoxi.tables.Tables.FAVOURITE;

import io.chaoxi.platform.record.RecordsForgotten;
import io.chaoxi.platform.rights.Actor;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Every statement on favourites. */
@Component
class FavouriteSql {
    private final DSLContext database;
    private final Clock clock;

    FavouriteSql(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A record as it was kept; it may have been merged into another one since. */
    record Kept(String object, UUID record) {}

    /** What the person keeps, newest first. */
    List<Kept> of(Actor actor) {
        return database.select(FAVOURITE.OBJECT, FAVOURITE.RECORD_ID)
                .from(FAVOURITE)
                .where(FAVOURITE.PERSON_ID.eq(actor.person()))
                .orderBy(FAVOURITE.AT.desc(), FAVOURITE.RECORD_ID.desc())
                .fetch(row -> new Kept(row.value1(), row.value2()));
    }

    void add(Actor actor, Kept kept) {
        database.insertInto(FAVOURITE)
                .set(FAVOURITE.TENANT_ID, actor.tenant())
                .set(FAVOURITE.PERSON_ID, actor.person())
                .set(FAVOURITE.OBJECT, kept.object())
                .set(FAVOURITE.RECORD_ID, kept.record())
                .set(FAVOURITE.AT, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .onConflictDoNothing()
                .execute();
    }

    void remove(Actor actor, Collection<Kept> some) {
        for (String object : some.stream().map(Kept::object).distinct().toList()) {
            var records = some.stream()
                    .filter(kept -> kept.object().equals(object))
                    .map(Kept::record)
                    .toList();
            database.deleteFrom(FAVOURITE)
                    .where(FAVOURITE.PERSON_ID.eq(actor.person()))
                    .and(FAVOURITE.OBJECT.eq(object))
                    .and(FAVOURITE.RECORD_ID.in(records))
                    .execute();
        }
    }

    @EventListener
    void on(RecordsForgotten forgotten) {
        database.deleteFrom(FAVOURITE)
                .where(FAVOURITE.RECORD_ID.in(forgotten.ids()))
                .execute();
    }
}
