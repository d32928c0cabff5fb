package io.chaoxi.platform.record;

import static chaoxi.tables.Tables.ACCESS_LOG;
import static chaoxi.tables.Tables.CHANGE;
import static chaoxi.tables.Tables.HANDED_OUT;
import static chaoxi.tables.Tables.MERGED_RECORD;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.Record3;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whose data somebody saw or took out, as far as it is written down: masked values that were revealed, exports, data handed
 * out whole, and records that a colleague wrote himself. Who merely opened a list or a record is not written down.
 */
@Component
public class SeenPeople {
    private static final String EXPORTED = "exported";
    private static final List<String> FILES = List.of(EXPORTED, "affectedExported");
    private static final List<String> OF_ONE = List.of("revealed", "personExported");
    private static final List<String> WRITTEN = List.of("created", "changed", "merged");
    private static final Field<UUID> ID = DSL.field(DSL.name("seen", "id"), UUID.class);
    private static final Field<OffsetDateTime> AT = DSL.field(DSL.name("seen", "at"), OffsetDateTime.class);
    private static final Field<String> HOW = DSL.field(DSL.name("seen", "how"), String.class);

    private static final Field<UUID> MERGED = DSL.field(DSL.name("became", "record"), UUID.class);
    private static final Field<UUID> SURVIVOR = DSL.field(DSL.name("became", "survivor"), UUID.class);
    private static final Field<UUID> NOW = DSL.coalesce(SURVIVOR, ID);

    private final DSLContext database;

    SeenPeople(DSLContext database) {
        this.database = database;
    }

    /**
     * By whom and when; what is null is not asked for. What a colleague wrote is found only where he alone is asked for,
     * for histories know neither tokens nor addresses.
     *
     * @param token the name that an API token had
     */
    public record Asked(
            @Nullable UUID person,
            @Nullable String token,
            @Nullable String address,
            Instant from,
            Instant to) {}

    /** Somebody whose data was seen; {@code how} are actions of the access log, and {@code written}. */
    public record Seen(UUID id, Instant first, Instant last, List<String> how) {}

    /** In the order of their ids, behind the given one; whoever was merged since as the record that he became. */
    @Transactional(readOnly = true)
    public List<Seen> of(String object, Asked asked, @Nullable UUID after, int limit) {
        var how = DSL.arrayAggDistinct(HOW);
        return database.withRecursive(became(object))
                .select(NOW, DSL.min(AT), DSL.max(AT), how)
                .from(people(object, asked))
                .where(after == null ? DSL.noCondition() : NOW.gt(after))
                .groupBy(NOW)
                .orderBy(NOW)
                .limit(limit)
                .fetch(row -> new Seen(
                        row.value1(),
                        row.value2().toInstant(),
                        row.value3().toInstant(),
                        Stream.of(row.value4()).sorted().toList()));
    }

    @Transactional(readOnly = true)
    public int count(String object, Asked asked) {
        Integer count = database.withRecursive(became(object))
                .select(DSL.countDistinct(NOW))
                .from(people(object, asked))
                .fetchSingle()
                .value1();
        return count == null ? 0 : count;
    }

    /** Exports of which it is not known whose records they held, for they are older than that was kept. */
    @Transactional(readOnly = true)
    public int unknownExports(String object, Asked asked) {
        return database.fetchCount(
                ACCESS_LOG,
                lines(object, asked).and(ACCESS_LOG.ACTION.in(FILES)).and(job().isNull()));
    }

    private static Table<?> people(String object, Asked asked) {
        var further = MERGED_RECORD.as("further");
        var last = DSL.notExists(
                DSL.selectOne().from(further).where(further.OBJECT.eq(object)).and(further.RECORD_ID.eq(SURVIVOR)));
        return seen(object, asked)
                .leftJoin(DSL.table(DSL.name("became")))
                .on(MERGED.eq(ID))
                .and(last);
    }

    /** Each record that was merged away → what it became, through any number of merges. */
    private static CommonTableExpression<Record2<UUID, UUID>> became(String object) {
        return DSL.name("became")
                .fields("record", "survivor")
                .as(DSL.select(MERGED_RECORD.RECORD_ID, MERGED_RECORD.SURVIVOR_ID)
                        .from(MERGED_RECORD)
                        .where(MERGED_RECORD.OBJECT.eq(object))
                        .union(DSL.select(MERGED, MERGED_RECORD.SURVIVOR_ID)
                                .from(DSL.table(DSL.name("became")))
                                .join(MERGED_RECORD)
                                .on(MERGED_RECORD.RECORD_ID.eq(SURVIVOR))
                                .and(MERGED_RECORD.OBJECT.eq(object))));
    }

    private static Table<?> seen(String object, Asked asked) {
        Select<Record3<UUID, OffsetDateTime, String>> single = DSL.select(
                        ACCESS_LOG.RECORD_ID.as("id"), ACCESS_LOG.AT.as("at"), ACCESS_LOG.ACTION.as("how"))
                .from(ACCESS_LOG)
                .where(lines(object, asked))
                .and(ACCESS_LOG.ACTION.in(OF_ONE))
                .and(ACCESS_LOG.RECORD_ID.isNotNull());
        Field<UUID> each = DSL.field("unnest({0})", UUID.class, HANDED_OUT.RECORDS);
        Select<Record3<UUID, OffsetDateTime, String>> files = DSL.select(
                        each.as("id"),
                        ACCESS_LOG.AT.as("at"),
                        DSL.inline(EXPORTED).as("how"))
                .from(ACCESS_LOG)
                .join(HANDED_OUT)
                .on(HANDED_OUT.JOB_ID.eq(job().cast(SQLDataType.UUID)))
                .where(lines(object, asked))
                .and(ACCESS_LOG.ACTION.in(FILES))
                .and(HANDED_OUT.OBJECT.eq(object));
        var all = single.unionAll(files);
        boolean alone = asked.person() != null && asked.token() == null && asked.address() == null;
        return (alone ? all.unionAll(written(object, asked)) : all).asTable("seen");
    }

    private static Select<Record3<UUID, OffsetDateTime, String>> written(String object, Asked asked) {
        return DSL.select(
                        CHANGE.RECORD_ID.as("id"),
                        CHANGE.AT.as("at"),
                        DSL.inline("written").as("how"))
                .from(CHANGE)
                .where(CHANGE.ID.between(from(asked), to(asked)))
                .and(CHANGE.BY_ID.eq(asked.person()))
                .and(CHANGE.OBJECT.eq(object))
                .and(CHANGE.JOB_ID.isNull())
                .and(CHANGE.KIND.in(WRITTEN));
    }

    private static Condition lines(String object, Asked asked) {
        return DSL.and(
                ACCESS_LOG.ID.between(from(asked), to(asked)),
                ACCESS_LOG.OBJECT.eq(object),
                asked.person() == null ? DSL.noCondition() : ACCESS_LOG.BY_ID.eq(asked.person()),
                asked.token() == null ? DSL.noCondition() : ACCESS_LOG.TOKEN.eq(asked.token()),
                asked.address() == null ? DSL.noCondition() : ACCESS_LOG.ADDRESS.eq(asked.address()));
    }

    private static Field<String> job() {
        return DSL.jsonbGetAttributeAsText(ACCESS_LOG.DETAIL, "job");
    }

    /** Ids begin with the time at which they were made. */
    private static UUID from(Asked asked) {
        return new UUID(asked.from().toEpochMilli() << 16, 0);
    }

    private static UUID to(Asked asked) {
        return new UUID(asked.to().toEpochMilli() << 16 | 0xFFFF, -1L);
    }
}
