package io.chaoxi.privacy;

import static chaoxi.tables.Tables.CONSENT;

import io.chaoxi.platform.trace.Touches;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** When a person last agreed to something, or took it back. */
@Component
class ConsentTouches implements Touches {
    @Override
    public Field<OffsetDateTime> newest(String object, Field<UUID> record) {
        return DSL.field(DSL.select(DSL.max(DSL.greatest(CONSENT.NOTED_AT, CONSENT.WITHDRAWN_AT)))
                .from(CONSENT)
                .where(CONSENT.OBJECT.eq(object))
                .and(CONSENT.RECORD_ID.eq(record)));
    }
}
