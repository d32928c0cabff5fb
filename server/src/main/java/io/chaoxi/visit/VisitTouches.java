package io.chaoxi.visit;

import static chaoxi.tables.Tables.VISIT;

import io.chaoxi.platform.trace.Touches;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** When somebody last planned or made a visit to a person or his firm. */
@Component
class VisitTouches implements Touches {
    static final Map<String, TableField<?, UUID>> WITH =
            Map.of("customer", VISIT.CUSTOMER_ID, "contact", VISIT.CONTACT_ID);

    @Override
    public Field<OffsetDateTime> newest(String object, Field<UUID> record) {
        var reference = WITH.get(object);
        if (reference == null) return DSL.castNull(SQLDataType.TIMESTAMPWITHTIMEZONE);
        return DSL.field(DSL.select(DSL.max(VISIT.CHANGED_AT))
                .from(VISIT)
                .where(reference.eq(record))
                .and(VISIT.DELETED_AT.isNull()));
    }
}
