package io.chaoxi.pool;

import io.chaoxi.platform.record.RecordType;
import io.chaoxi.platform.record.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whom a rule would be about, in groups of those for whom it comes out alike: a million customers are some thousand groups,
 * made by one pass over the table.
 */
@Component
class TrialSql {
    private static final String GRADE = "grade";
    private static final String BASE = "base";
    private static final String OWNER = "owner_id";
    private static final String AT = "return_at";
    private static final String WARNED = "warned";

    private final DSLContext database;

    TrialSql(DSLContext database) {
        this.database = database;
    }

    /** What decides alike: the day from which it counts, and what its owner was told until now. */
    record Group(
            UUID owner,
            @Nullable String grade,
            LocalDate base,
            @Nullable Instant returnAt,
            boolean warned) {
        Standing standing(@Nullable UUID pool, ZoneId zone) {
            Instant from = base.atStartOfDay(zone).toInstant();
            Instant told = warned ? returnAt : null;
            return new Standing(owner, pool, grade, false, from, null, Map.of(), returnAt, null, told);
        }
    }

    /** How many there are of each group; {@code whose} says which records the rule holds for. */
    List<Map.Entry<Group, Integer>> groups(RecordType type, Condition whose, ReturnRule rule, ZoneId zone) {
        Table<?> facts = facts(type, whose, rule, zone);
        var columns = List.of(OWNER, GRADE, BASE, AT, WARNED).stream()
                .map(name -> (Field<?>) Objects.requireNonNull(facts.field(name)))
                .toList();
        List<Field<?>> wanted = new ArrayList<>(columns);
        wanted.add(DSL.count().as("records"));
        return database.select(wanted)
                .from(facts)
                .groupBy(columns)
                .fetch(row -> Map.entry(group(row), row.get("records", Integer.class)));
    }

    /** Some of the records of these groups, with the group of each. */
    List<Map.Entry<UUID, Group>> some(
            RecordType type, Condition whose, ReturnRule rule, ZoneId zone, List<Group> groups) {
        Table<?> facts = facts(type, whose, rule, zone);
        return database.select(facts.fields())
                .from(facts)
                .where(DSL.or(groups.stream().map(group -> in(facts, group)).toList()))
                .limit(ReturnTrial.MOST_NAMED)
                .fetch(row -> Map.entry(row.get("id", UUID.class), group(row)));
    }

    private static Condition in(Table<?> facts, Group group) {
        return column(facts, OWNER, UUID.class)
                .eq(group.owner())
                .and(column(facts, GRADE, String.class).isNotDistinctFrom(group.grade()))
                .and(column(facts, BASE, LocalDate.class).eq(group.base()))
                .and(column(facts, WARNED, Boolean.class).eq(group.warned()));
    }

    private static Group group(Record row) {
        OffsetDateTime at = row.get(AT, OffsetDateTime.class);
        return new Group(
                row.get(OWNER, UUID.class),
                row.get(GRADE, String.class),
                row.get(BASE, LocalDate.class),
                at == null ? null : at.toInstant(),
                row.get(WARNED, Boolean.class));
    }

    private static Table<?> facts(RecordType type, Condition whose, ReturnRule rule, ZoneId zone) {
        var from = type.column("return_from", OffsetDateTime.class);
        var at = type.column(AT, OffsetDateTime.class);
        var since = DSL.val(rule.since());
        var last = DSL.greatest(from, touched(type, rule));
        var day = DSL.function("timezone", SQLDataType.LOCALDATETIME, DSL.val(zone.getId()), last)
                .cast(SQLDataType.LOCALDATE);
        return DSL.select(
                        type.column("id", UUID.class),
                        type.column(OWNER, UUID.class),
                        gradeOf(type),
                        DSL.greatest(since, day).as(BASE),
                        at,
                        DSL.field(at.isNotNull()
                                        .and(at.isNotDistinctFrom(type.column("warned_for", OffsetDateTime.class))))
                                .as(WARNED))
                .from(type.table())
                .where(type.column(OWNER).isNotNull())
                .and(type.alive())
                .andNot(type.exempt())
                .and(whose)
                .asTable("facts");
    }

    /** Not every object has grades. */
    private static Field<String> gradeOf(RecordType type) {
        return type.hasColumn(GRADE)
                ? type.column(GRADE, String.class)
                : DSL.castNull(SQLDataType.CLOB).as(GRADE);
    }

    /** When it was last followed up, as the rule understands that. */
    private static Field<OffsetDateTime> touched(RecordType type, ReturnRule rule) {
        if (rule.kinds().isEmpty()) return type.column("last_touch_at", OffsetDateTime.class);
        var kinds = rule.kinds().stream().map(kind -> ofKind(type, kind)).toList();
        return DSL.greatest(kinds.getFirst(), kinds.subList(1, kinds.size()).toArray(Field<?>[]::new));
    }

    private static Field<OffsetDateTime> ofKind(RecordType type, String kind) {
        var millis = DSL.jsonbGetAttributeAsText(type.column("touch_kinds", JSONB.class), kind)
                .cast(SQLDataType.DOUBLE);
        return DSL.function("to_timestamp", SQLDataType.TIMESTAMPWITHTIMEZONE, millis.div(1_000));
    }

    private static <T> Field<T> column(Table<?> table, String name, Class<T> type) {
        return Objects.requireNonNull(table.field(name, type));
    }
}
