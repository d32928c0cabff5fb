package io.chaoxi.conversation;

import static chaoxi.tables.Tables.COMMENT;

import chaoxi.tables.tables.records.CommentRecord;
import io.chaoxi.platform.record.RecordsForgotten;
import io.chaoxi.platform.rights.Acting;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Every statement on comments. */
@Component
class CommentSql {
    private final DSLContext database;
    private final Clock clock;

    CommentSql(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void insert(UUID id, String object, UUID record, String text) {
        var actor = Acting.current();
        database.insertInto(COMMENT)
                .set(COMMENT.TENANT_ID, actor.tenant())
                .set(COMMENT.ID, id)
                .set(COMMENT.OBJECT, object)
                .set(COMMENT.RECORD_ID, record)
                .set(COMMENT.AT, now())
                .set(COMMENT.BY_ID, actor.person())
                .set(COMMENT.TEXT, text)
                .execute();
    }

    Optional<Comment> find(String object, UUID record, UUID id) {
        return database.selectFrom(COMMENT)
                .where(COMMENT.ID.eq(id))
                .and(COMMENT.OBJECT.eq(object))
                .and(COMMENT.RECORD_ID.eq(record))
                .and(COMMENT.DELETED_AT.isNull())
                .fetchOptional(CommentSql::comment);
    }

    /** The comments on a record, newest first, behind the given one. */
    List<Comment> of(String object, UUID record, @Nullable UUID after, int limit) {
        return database.selectFrom(COMMENT)
                .where(COMMENT.OBJECT.eq(object))
                .and(COMMENT.RECORD_ID.eq(record))
                .and(COMMENT.DELETED_AT.isNull())
                .and(after == null ? DSL.noCondition() : COMMENT.ID.lt(after))
                .orderBy(COMMENT.ID.desc())
                .limit(limit)
                .fetch(CommentSql::comment);
    }

    /** The pinned comments on a record, the one that was pinned last first. */
    List<Comment> pinned(String object, UUID record) {
        return database.selectFrom(COMMENT)
                .where(COMMENT.OBJECT.eq(object))
                .and(COMMENT.RECORD_ID.eq(record))
                .and(COMMENT.DELETED_AT.isNull())
                .and(COMMENT.PINNED_AT.isNotNull())
                .orderBy(COMMENT.PINNED_AT.desc(), COMMENT.ID.desc())
                .fetch(CommentSql::comment);
    }

    /** Until the end of the transaction nobody else pins on this record: its first comment stands for all. */
    void lock(String object, UUID record) {
        database.select(COMMENT.ID)
                .from(COMMENT)
                .where(COMMENT.OBJECT.eq(object))
                .and(COMMENT.RECORD_ID.eq(record))
                .and(COMMENT.DELETED_AT.isNull())
                .orderBy(COMMENT.ID)
                .limit(1)
                .forUpdate()
                .execute();
    }

    void pin(UUID id) {
        database.update(COMMENT)
                .set(COMMENT.PINNED_AT, now())
                .set(COMMENT.PINNED_BY, Acting.current().person())
                .where(COMMENT.ID.eq(id))
                .execute();
    }

    void unpin(UUID id) {
        database.update(COMMENT)
                .setNull(COMMENT.PINNED_AT)
                .setNull(COMMENT.PINNED_BY)
                .where(COMMENT.ID.eq(id))
                .execute();
    }

    /** Takes a comment away and its words with it; the line stays as the trace that there was one. */
    boolean delete(UUID id) {
        return database.update(COMMENT)
                        .set(COMMENT.DELETED_AT, now())
                        .set(COMMENT.TEXT, "")
                        .where(COMMENT.ID.eq(id))
                        .and(COMMENT.DELETED_AT.isNull())
                        .execute()
                == 1;
    }

    @EventListener
    void on(RecordsForgotten forgotten) {
        database.deleteFrom(COMMENT)
                .where(COMMENT.RECORD_ID.in(forgotten.ids()))
                .execute();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    static Comment comment(CommentRecord row) {
        return new Comment(
                row.getId(),
                row.getRecordId(),
                row.getText(),
                row.getById(),
                row.getAt().toInstant(),
                row.getPinnedAt() == null
                        ? null
                        : new Comment.Pin(row.getPinnedBy(), row.getPinnedAt().toInstant()));
    }
}
