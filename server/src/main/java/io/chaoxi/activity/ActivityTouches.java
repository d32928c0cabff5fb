package io.chaoxi.activity;

import static chaoxi.tables.Tables.ACTIVITY;

import io.chaoxi.platform.trace.Touches;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** When somebody was last called, visited or written to. */
@Component
class ActivityTouches implements Touches {
    @Override
    public Field<OffsetDateTime> newest(String object, Field<UUID> record) {
        return With.of(object)
                .map(with -> DSL.field(DSL.select(DSL.max(ACTIVITY.AT))
                        .from(ACTIVITY)
                        .where(with.column.eq(record))
                        .and(ACTIVITY.DELETED_AT.isNull())))
                .orElseGet(() -> DSL.castNull(SQLDataType.TIMESTAMPWITHTIMEZONE));
    }
}
