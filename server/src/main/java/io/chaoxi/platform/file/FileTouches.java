package io.chaoxi.platform.file;

import static chaoxi.tables.Tables.STORED_FILE;

import io.chaoxi.platform.trace.Touches;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** When something was last attached to a person's record. */
@Component
class FileTouches implements Touches {
    @Override
    public Field<OffsetDateTime> newest(String object, Field<UUID> record) {
        return DSL.field(DSL.select(DSL.max(STORED_FILE.AT))
                .from(STORED_FILE)
                .where(STORED_FILE.OBJECT.eq(object))
                .and(STORED_FILE.RECORD_ID.eq(record))
                .and(STORED_FILE.DELETED_AT.isNull()));
    }
}
