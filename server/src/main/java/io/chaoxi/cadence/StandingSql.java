package io.chaoxi.cadence;

import static chaoxi.tables.Tables.CUSTOMER;

import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.Filters;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.rights.Actor;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads of customers what rhythms go by, conditions among it, in one statement. */
@Component
class StandingSql {
    static final String OBJECT = "customer";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, Long>> TOUCHES = new TypeReference<>() {};

    /** Sixteen bits tell customers apart well enough to spread them over a period. */
    private static final long BITS = 0xFFFFL;

    private final DSLContext database;
    private final Catalogues catalogues;
    private final Filters filters;

    StandingSql(DSLContext database, Catalogues catalogues, Filters filters) {
        this.database = database;
        this.catalogues = catalogues;
        this.filters = filters;
    }

    /** A number of a customer's own that never changes. */
    static Field<Integer> spread() {
        var hash = DSL.function(
                "hashtextextended", SQLDataType.BIGINT, CUSTOMER.ID.cast(SQLDataType.CLOB), DSL.inline(0L));
        return DSL.bitAnd(hash, DSL.inline(BITS)).cast(SQLDataType.INTEGER);
    }

    /** Those that are there and have an owner. */
    static Condition owned() {
        return CUSTOMER.OWNER_ID.isNotNull().and(CUSTOMER.DELETED_AT.isNull());
    }

    /** As the program, for a condition counts for everybody. One that can no longer be read holds for nobody. */
    Condition condition(Cadence cadence) {
        if (cadence.condition().isBlank()) return DSL.trueCondition();
        Actor actor = Acting.current();
        return Acting.as(Actor.system(actor.tenant(), actor.zone()), () -> {
            try {
                return filters.compile(catalogues.of(OBJECT), cadence.condition());
            } catch (Refusal gone) {
                return DSL.falseCondition();
            }
        });
    }

    Map<UUID, Standing> of(Collection<UUID> customers, List<Cadence> cadences) {
        List<Field<?>> columns = new ArrayList<>(List.of(
                CUSTOMER.ID,
                CUSTOMER.NAME,
                CUSTOMER.OWNER_ID,
                CUSTOMER.SAMPLE,
                CUSTOMER.OWNED_AT,
                CUSTOMER.TOUCH_KINDS,
                spread().as("spread")));
        for (Cadence cadence : cadences) {
            columns.add(DSL.field(condition(cadence)).as(cadence.id().toString()));
        }
        return database.select(columns)
                .from(CUSTOMER)
                .where(CUSTOMER.ID.eq(DSL.any(customers.toArray(UUID[]::new))))
                .and(owned())
                .fetchMap(CUSTOMER.ID, row -> standing(row, cadences));
    }

    private static Standing standing(Record row, List<Cadence> cadences) {
        var meets = new HashSet<UUID>();
        for (Cadence cadence : cadences) {
            if (Boolean.TRUE.equals(row.get(cadence.id().toString(), Boolean.class))) meets.add(cadence.id());
        }
        OffsetDateTime owned = row.get(CUSTOMER.OWNED_AT);
        return new Standing(
                row.get(CUSTOMER.ID),
                row.get(CUSTOMER.NAME),
                row.get(CUSTOMER.OWNER_ID),
                row.get(CUSTOMER.SAMPLE),
                owned == null ? null : owned.toInstant(),
                touches(row.get(CUSTOMER.TOUCH_KINDS)),
                meets,
                row.get("spread", Integer.class));
    }

    private static Map<String, Instant> touches(JSONB stored) {
        var touches = new HashMap<String, Instant>();
        JSON.readValue(stored.data(), TOUCHES).forEach((kind, at) -> touches.put(kind, Instant.ofEpochMilli(at)));
        return touches;
    }

    /** The next so many customers that have an owner. */
    List<UUID> next(@Nullable UUID after, int most) {
        return database.select(CUSTOMER.ID)
                .from(CUSTOMER)
                .where(CUSTOMER.OWNER_ID.isNotNull())
                .and(after == null ? DSL.noCondition() : CUSTOMER.ID.gt(after))
                .orderBy(CUSTOMER.ID)
                .limit(most)
                .fetch(CUSTOMER.ID);
    }
}
