package io.chaoxi.task;

import static chaoxi.tables.Tables.TASK;

import io.chaoxi.platform.trace.Touches;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** When somebody last planned or finished something with a person. */
@Component
class TaskTouches implements Touches {
    static final Map<String, TableField<?, UUID>> WITH =
            Map.of("customer", TASK.CUSTOMER_ID, "contact", TASK.CONTACT_ID, "lead", TASK.LEAD_ID);

    @Override
    public Field<OffsetDateTime> newest(String object, Field<UUID> record) {
        var reference = WITH.get(object);
        if (reference == null) return DSL.castNull(SQLDataType.TIMESTAMPWITHTIMEZONE);
        return DSL.field(DSL.select(DSL.max(TASK.CHANGED_AT))
                .from(TASK)
                .where(reference.eq(record))
                .and(TASK.DELETED_AT.isNull()));
    }
}
