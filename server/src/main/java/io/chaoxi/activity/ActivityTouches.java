package io.chaoxi.activity;

import static chaoxi.tables.Tables.ACTIVITY;

import io.chaoxi.platform.trace.Touches;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** When somebody was last called, visited or written to. */
@Component
class ActivityTouches implements Touches {
    static final Map<String, TableField<?, UUID>> WITH =
            Map.of("customer", ACTIVITY.CUSTOMER_ID, "contact", ACTIVITY.CONTACT_ID);

    @Override
    public Field<OffsetDateTime> newest(String object, Field<UUID> record) {
        var reference = WITH.get(object);
        if (reference == null) return DSL.castNull(SQLDataType.TIMESTAMPWITHTIMEZONE);
        return DSL.field(DSL.select(DSL.max(ACTIVITY.AT))
                .from(ACTIVITY)
                .where(reference.eq(record))
                .and(ACTIVITY.DELETED_AT.isNull()));
    }
}
