package io.chaoxi.play;

import static chaoxi.tables.Tables.PLAY_BOOK;

import io.chaoxi.platform.rights.Acting;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Every statement on plays. */
@Component
class PlayBook {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<Play>> PLAYS = new TypeReference<>() {};

    private final DSLContext database;
    private final Clock clock;

    PlayBook(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The plays of an object, and the version that they have together. */
    record Stored(long version, List<Play> plays) {}

    Optional<Stored> of(String object) {
        return database.selectFrom(PLAY_BOOK)
                .where(PLAY_BOOK.OBJECT.eq(object))
                .fetchOptional(row -> new Stored(
                        row.getVersion(), JSON.readValue(row.getPlays().data(), PLAYS)));
    }

    /** Says whether they still had the expected version. */
    boolean put(String object, long version, List<Play> plays) {
        var actor = Acting.current();
        var row = database.newRecord(PLAY_BOOK);
        row.setTenantId(actor.tenant());
        row.setObject(object);
        row.setVersion(version + 1);
        row.setPlays(JSONB.valueOf(JSON.writeValueAsString(plays)));
        row.setChangedAt(clock.instant().atOffset(ZoneOffset.UTC));
        row.setChangedBy(actor.person());
        return database.insertInto(PLAY_BOOK)
                        .set(row)
                        .onConflict(PLAY_BOOK.TENANT_ID, PLAY_BOOK.OBJECT)
                        .doUpdate()
                        .set(row)
                        .where(PLAY_BOOK.VERSION.eq(version))
                        .execute()
                == 1;
    }
}
