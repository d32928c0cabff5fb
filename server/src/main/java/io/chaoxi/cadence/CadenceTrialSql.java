package io.chaoxi.cadence;

import static chaoxi.tables.Tables.CADENCE_TURN;
import static chaoxi.tables.Tables.CUSTOMER;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whom a rhythm that is tried would be about, in groups of those for whom it comes out alike. */
@Component
class CadenceTrialSql {
    private final DSLContext database;
    private final Clock clock;

    /** What decides alike. */
    record Group(
            UUID owner,
            @Nullable LocalDate owned,
            int spread,
            @Nullable LocalDate touched,
            @Nullable LocalDate base,
            boolean open,
            int customers) {}

    CadenceTrialSql(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    LocalDate today(ZoneId zone) {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    List<Group> of(Cadence tried, StandingSql standings, ZoneId zone) {
        var facts = facts(tried, standings, zone);
        return database.select(facts.fields())
                .select(DSL.count().as("customers"))
                .from(facts)
                .groupBy(facts.fields())
                .fetch(row -> new Group(
                        row.get(0, UUID.class),
                        row.get(1, LocalDate.class),
                        row.get(2, Integer.class),
                        row.get(3, LocalDate.class),
                        row.get(4, LocalDate.class),
                        row.get(5, Boolean.class),
                        row.get(6, Integer.class)));
    }

    private static Table<?> facts(Cadence tried, StandingSql standings, ZoneId zone) {
        var owned = day(CUSTOMER.OWNED_AT, zone);
        var late = DSL.when(owned.ge(tried.since()), owned);
        var touched = tried.restarts() ? day(last(tried.kind()), zone) : DSL.castNull(SQLDataType.LOCALDATE);
        return DSL.select(
                        CUSTOMER.OWNER_ID,
                        late.as("owned"),
                        StandingSql.spread().mod(DSL.inline(tried.days())).as("spread"),
                        touched.as("touched"),
                        CADENCE_TURN.BASE_ON,
                        DSL.field(CADENCE_TURN.TASK_ID.isNotNull()).as("open"))
                .from(CUSTOMER)
                .leftJoin(CADENCE_TURN)
                .on(CADENCE_TURN.TENANT_ID.eq(CUSTOMER.TENANT_ID))
                .and(CADENCE_TURN.CUSTOMER_ID.eq(CUSTOMER.ID))
                .and(CADENCE_TURN.CADENCE_ID.eq(tried.id()))
                .where(StandingSql.owned())
                .and(standings.condition(tried))
                .asTable("facts");
    }

    private static Field<OffsetDateTime> last(String kind) {
        var millis = DSL.jsonbGetAttributeAsText(CUSTOMER.TOUCH_KINDS, kind).cast(SQLDataType.DOUBLE);
        return DSL.function("to_timestamp", SQLDataType.TIMESTAMPWITHTIMEZONE, millis.div(1_000));
    }

    private static Field<LocalDate> day(Field<OffsetDateTime> moment, ZoneId zone) {
        return DSL.function("timezone", SQLDataType.LOCALDATETIME, DSL.val(zone.getId()), moment)
                .cast(SQLDataType.LOCALDATE);
    }
}
