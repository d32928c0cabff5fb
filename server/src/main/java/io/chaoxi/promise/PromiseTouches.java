package io.chaoxi.promise;

import static chaoxi.tables.Tables.PROMISE;

import io.chaoxi.platform.trace.Touches;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** When somebody last promised a person something, or dealt with what was promised. */
@Component
class PromiseTouches implements Touches {
    static final Map<String, TableField<?, UUID>> WITH =
            Map.of("customer", PROMISE.CUSTOMER_ID, "contact", PROMISE.CONTACT_ID, "lead", PROMISE.LEAD_ID);

    @Override
    public Field<OffsetDateTime> newest(String object, Field<UUID> record) {
        var reference = WITH.get(object);
        if (reference == null) return DSL.castNull(SQLDataType.TIMESTAMPWITHTIMEZONE);
        return DSL.field(DSL.select(DSL.max(PROMISE.CHANGED_AT))
                .from(PROMISE)
                .where(reference.eq(record))
                .and(PROMISE.DELETED_AT.isNull()));
    }
}
