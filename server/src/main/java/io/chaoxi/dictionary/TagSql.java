package io.chaoxi.dictionary;

import static chaoxi.tables.Tables.TAG;

import io.chaoxi.platform.rights.Acting;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Every statement on tags. */
@Component
class TagSql {
    private final DSLContext database;
    private final Clock clock;

    TagSql(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    List<Tag> all() {
        return database.select(TAG.ID, TAG.VERSION, TAG.NAME, TAG.TAG_GROUP.as("group"), TAG.COLOR)
                .from(TAG)
                .orderBy(TAG.TAG_GROUP, TAG.NAME)
                .fetchInto(Tag.class);
    }

    /** Says whether it was added; not when the name is taken. */
    boolean add(Tag tag) {
        var actor = Acting.current();
        return database.insertInto(TAG)
                        .set(TAG.TENANT_ID, actor.tenant())
                        .set(TAG.ID, tag.id())
                        .set(TAG.NAME, tag.name())
                        .set(TAG.TAG_GROUP, tag.group())
                        .set(TAG.COLOR, tag.color())
                        .set(TAG.CREATED_AT, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                        .set(TAG.CREATED_BY, actor.person())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** Says whether the tag still had the expected version. */
    boolean change(Tag tag, long version) {
        return database.update(TAG)
                        .set(TAG.VERSION, version + 1)
                        .set(TAG.NAME, tag.name())
                        .set(TAG.TAG_GROUP, tag.group())
                        .set(TAG.COLOR, tag.color())
                        .where(TAG.ID.eq(tag.id()))
                        .and(TAG.VERSION.eq(version))
                        .execute()
                == 1;
    }

    void delete(UUID id) {
        database.deleteFrom(TAG).where(TAG.ID.eq(id)).execute();
    }
}
