package io.chaoxi.conversation;

import static chaoxi.tables.Tables.COMMENT;

import io.chaoxi.platform.trace.Touches;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** When something was last said about a person. */
@Component
class CommentTouches implements Touches {
    @Override
    public Field<OffsetDateTime> newest(String object, Field<UUID> record) {
        return DSL.field(DSL.select(DSL.max(COMMENT.AT))
                .from(COMMENT)
                .where(COMMENT.OBJECT.eq(object))
                .and(COMMENT.RECORD_ID.eq(record))
                .and(COMMENT.DELETED_AT.isNull()));
    }
}
