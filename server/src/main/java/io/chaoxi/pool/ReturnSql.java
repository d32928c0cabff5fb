package io.chaoxi.pool;

import static chaoxi.tables.Tables.PERSON;
import static chaoxi.tables.Tables.RETURN_TOLD;

import io.chaoxi.platform.record.RecordType;
import io.chaoxi.platform.record.Returning;
import io.chaoxi.platform.record.Unnested;
import io.chaoxi.platform.rights.Acting;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The statements of the run: who is due, along the index of that moment, and who is to be told. */
@Component
class ReturnSql {
    private final DSLContext database;

    ReturnSql(DSLContext database) {
        this.database = database;
    }

    /** What is looked for: the moment of the warning, or of the return. */
    enum Moment {
        WARNING("warn_at"),
        RETURN("return_at");

        private final String column;

        Moment(String column) {
            this.column = column;
        }

        private Field<OffsetDateTime> of(RecordType type) {
            return type.column(column, OffsetDateTime.class);
        }

        /** What a record must still be when it is locked. */
        Condition holds(RecordType type, Instant now) {
            return of(type).le(Objects.requireNonNull(Returning.moment(now))).and(type.alive());
        }
    }

    /** A place in the order in which records are due. */
    record Due(UUID id, OffsetDateTime at) {}

    /** The next so many behind the given one, as they stood when the statement began. */
    List<Due> due(RecordType type, Moment moment, Instant now, @Nullable Due after, int most) {
        var id = type.column("id", UUID.class);
        var at = moment.of(type);
        return database.select(id, at)
                .from(type.table())
                .where(moment.holds(type, now))
                .and(after == null ? DSL.noCondition() : DSL.row(at, id).gt(after.at(), after.id()))
                .orderBy(at, id)
                .limit(DSL.inline(most))
                .fetch(row -> new Due(row.value1(), row.value2()));
    }

    /** What one piece brought a person; {@code first} and {@code last} moment at which records return. */
    record Told(
            String object,
            UUID person,
            String what,
            int records,
            UUID record,
            @Nullable Instant first,
            @Nullable Instant last) {}

    /** Adds it up with what he is yet to be told. */
    void tell(List<Told> told) {
        if (told.isEmpty()) return;
        var table = RETURN_TOLD;
        List<@Nullable OffsetDateTime> first = new ArrayList<>();
        List<@Nullable OffsetDateTime> last = new ArrayList<>();
        for (Told one : told) {
            first.add(Returning.moment(one.first()));
            last.add(Returning.moment(one.last()));
        }
        database.insertInto(
                        table,
                        table.TENANT_ID,
                        table.PERSON_ID,
                        table.OBJECT,
                        table.WHAT,
                        table.RECORDS,
                        table.RECORD_ID,
                        table.FIRST_AT,
                        table.LAST_AT)
                .select(DSL.select(
                        DSL.val(Acting.current().tenant()),
                        Unnested.of(
                                "person",
                                table.PERSON_ID,
                                told.stream().map(Told::person).toList()),
                        Unnested.of(
                                "object",
                                table.OBJECT,
                                told.stream().map(Told::object).toList()),
                        Unnested.of(
                                "what",
                                table.WHAT,
                                told.stream().map(Told::what).toList()),
                        Unnested.of(
                                "records",
                                table.RECORDS,
                                told.stream().map(Told::records).toList()),
                        Unnested.of(
                                "record",
                                table.RECORD_ID,
                                told.stream().map(Told::record).toList()),
                        Unnested.of("first", table.FIRST_AT, first),
                        Unnested.of("last", table.LAST_AT, last)))
                .onConflict(table.TENANT_ID, table.PERSON_ID, table.OBJECT, table.WHAT)
                .doUpdate()
                .set(table.RECORDS, table.RECORDS.plus(DSL.excluded(table.RECORDS)))
                .set(table.FIRST_AT, DSL.least(table.FIRST_AT, DSL.excluded(table.FIRST_AT)))
                .set(table.LAST_AT, DSL.greatest(table.LAST_AT, DSL.excluded(table.LAST_AT)))
                .execute();
    }

    /** Whether a record is due, or somebody yet to be told; each is asked for along its index. */
    boolean anything(List<RecordType> types, Instant now) {
        List<Condition> looks =
                new ArrayList<>(List.of(DSL.exists(DSL.selectOne().from(RETURN_TOLD))));
        for (RecordType type : types) {
            for (Moment moment : Moment.values()) {
                looks.add(DSL.exists(DSL.selectOne().from(type.table()).where(moment.holds(type, now))));
            }
        }
        return database.select(DSL.field(DSL.or(looks))).fetchSingle().value1();
    }

    /** Takes what people are yet to be told. */
    List<Told> takeTold() {
        return database.deleteFrom(RETURN_TOLD)
                .returning()
                .fetch(row -> new Told(
                        row.getObject(),
                        row.getPersonId(),
                        row.getWhat(),
                        row.getRecords(),
                        row.getRecordId(),
                        instant(row.getFirstAt()),
                        instant(row.getLastAt())));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    /** The department of a person; null without one. */
    @Nullable
    UUID department(UUID person) {
        return database.select(PERSON.DEPARTMENT_ID)
                .from(PERSON)
                .where(PERSON.ID.eq(person))
                .fetchOne(PERSON.DEPARTMENT_ID);
    }
}
