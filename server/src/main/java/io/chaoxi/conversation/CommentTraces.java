package io.chaoxi.conversation;

import static chaoxi.tables.Tables.COMMENT;

import io.chaoxi.platform.trace.Traced;
import io.chaoxi.platform.trace.Traces;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What was said about a person: on his record it goes with it; on those around it his name and numbers are blotted out. */
@Component
@Order(4)
class CommentTraces implements Traces {
    private final DSLContext database;
    private final Entries entries;

    CommentTraces(DSLContext database, Entries entries) {
        this.database = database;
        this.entries = entries;
    }

    @Override
    public String kind() {
        return "comments";
    }

    @Override
    public List<Map<String, @Nullable Object>> of(Traced person) {
        var said = database.selectFrom(COMMENT)
                .where(COMMENT.OBJECT.eq(person.object()))
                .and(COMMENT.RECORD_ID.in(person.records()))
                .and(COMMENT.DELETED_AT.isNull())
                .orderBy(COMMENT.ID)
                .fetch(CommentSql::comment);
        return entries.comments(said);
    }

    @Override
    public @Nullable UUID erase(Traced person, @Nullable UUID after) {
        blot(person.around(), person);
        return null;
    }

    /** Blots the person out of what was said on these records. */
    void blot(Collection<UUID> records, Traced person) {
        var telling = database.select(COMMENT.ID, COMMENT.TEXT)
                .from(COMMENT)
                .where(COMMENT.RECORD_ID.in(records))
                .and(person.within(COMMENT.TEXT))
                .fetch();
        for (var comment : telling) {
            database.update(COMMENT)
                    .set(COMMENT.TEXT, person.blotted(comment.value2()))
                    .where(COMMENT.ID.eq(comment.value1()))
                    .execute();
        }
    }
}
