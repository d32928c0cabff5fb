package io.chaoxi.visit.form;

import static chaoxi.tables.Tables.VISIT;
import static chaoxi.tables.Tables.VISIT_ANSWER;

import io.chaoxi.visit.form.AnswerCounts.Spread;
import io.chaoxi.visit.form.Question.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Statements on the answers of many visits. */
@Component
class AnswerCountSql {
    /** Of each question so many of the latest texts are told. */
    private static final int TEXTS = 200;

    private static final int PRODUCTS = 500;
    private static final int DECIMALS = 4;

    private final DSLContext database;

    AnswerCountSql(DSLContext database) {
        this.database = database;
    }

    private static Condition given(UUID template, Collection<UUID> visits) {
        return VISIT_ANSWER
                .TEMPLATE_ID
                .eq(template)
                .and(VISIT_ANSWER.VISIT_ID.eq(DSL.any(visits.toArray(UUID[]::new))));
    }

    int visits(UUID template, Collection<UUID> visits) {
        return database.select(DSL.countDistinct(VISIT_ANSWER.VISIT_ID))
                .from(VISIT_ANSWER)
                .where(given(template, visits))
                .fetchSingle()
                .value1();
    }

    Map<String, Integer> answered(UUID template, Collection<UUID> visits) {
        return database.select(VISIT_ANSWER.QUESTION, DSL.countDistinct(VISIT_ANSWER.VISIT_ID))
                .from(VISIT_ANSWER)
                .where(given(template, visits))
                .groupBy(VISIT_ANSWER.QUESTION)
                .fetchMap(VISIT_ANSWER.QUESTION, row -> row.value2());
    }

    /** Question → option → how often it was chosen, the most frequent first. */
    Map<String, Map<String, Integer>> chosen(UUID template, Collection<UUID> visits) {
        var option = DSL.field(DSL.name("chosen", "option"), SQLDataType.CLOB);
        var counts = new LinkedHashMap<String, Map<String, Integer>>();
        database.select(VISIT_ANSWER.QUESTION, option, DSL.count())
                .from(
                        VISIT_ANSWER,
                        DSL.lateral(DSL.unnest(VISIT_ANSWER.CHOICES)).as("chosen", "option"))
                .where(given(template, visits))
                .groupBy(VISIT_ANSWER.QUESTION, option)
                .orderBy(DSL.count().desc(), option)
                .forEach(row -> counts.computeIfAbsent(row.value1(), any -> new LinkedHashMap<>())
                        .put(row.value2(), row.value3()));
        return counts;
    }

    /** Question → its numbers; those of a stock count by product, the largest sum first. */
    Map<String, List<Spread>> numbers(UUID template, Collection<UUID> visits) {
        var median = DSL.percentileCont(DSL.val(0.5)).withinGroupOrderBy(VISIT_ANSWER.NUMBER);
        var sum = DSL.sum(VISIT_ANSWER.NUMBER);
        var spreads = new LinkedHashMap<String, List<Spread>>();
        database.select(
                        VISIT_ANSWER.QUESTION,
                        VISIT_ANSWER.TEXT,
                        DSL.count(),
                        DSL.min(VISIT_ANSWER.NUMBER),
                        median.cast(SQLDataType.NUMERIC),
                        DSL.max(VISIT_ANSWER.NUMBER),
                        sum)
                .from(VISIT_ANSWER)
                .where(given(template, visits))
                .and(VISIT_ANSWER.NUMBER.isNotNull())
                .groupBy(VISIT_ANSWER.QUESTION, VISIT_ANSWER.TEXT)
                .orderBy(sum.desc())
                .limit(PRODUCTS)
                .forEach(row -> spreads.computeIfAbsent(row.value1(), any -> new ArrayList<>())
                        .add(new Spread(
                                row.value2(),
                                row.value3(),
                                plain(row.value4()),
                                plain(row.value5()),
                                plain(row.value6()),
                                plain(row.value7()))));
        return spreads;
    }

    private static BigDecimal plain(@Nullable Number number) {
        return AnswerSql.plain(new BigDecimal(String.valueOf(number)).setScale(DECIMALS, RoundingMode.HALF_UP));
    }

    /** What somebody said. */
    record Text(String question, String text, UUID visit, UUID customer, LocalDate on) {}

    /** The latest of each question, the newest first. */
    List<Text> texts(UUID template, Collection<UUID> visits) {
        Field<Integer> place = DSL.rowNumber()
                .over(DSL.partitionBy(VISIT_ANSWER.QUESTION)
                        .orderBy(VISIT.CHECKED_IN_AT.desc(), VISIT_ANSWER.ID.desc()));
        var said = database.select(
                        VISIT_ANSWER.QUESTION,
                        VISIT_ANSWER.TEXT,
                        VISIT_ANSWER.VISIT_ID,
                        VISIT.CUSTOMER_ID,
                        VISIT.PLANNED_ON,
                        place.as("place"))
                .from(VISIT_ANSWER)
                .join(VISIT)
                .on(VISIT.TENANT_ID.eq(VISIT_ANSWER.TENANT_ID).and(VISIT.ID.eq(VISIT_ANSWER.VISIT_ID)))
                .where(given(template, visits))
                .and(VISIT_ANSWER.KIND.eq(Kind.TEXT.key()))
                .asTable("said");
        return database.select(
                        said.field(VISIT_ANSWER.QUESTION),
                        said.field(VISIT_ANSWER.TEXT),
                        said.field(VISIT_ANSWER.VISIT_ID),
                        said.field(VISIT.CUSTOMER_ID),
                        said.field(VISIT.PLANNED_ON))
                .from(said)
                .where(DSL.field(DSL.name("said", "place"), Integer.class).le(TEXTS))
                .orderBy(DSL.field(DSL.name("said", "place")))
                .fetch(row -> new Text(row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
    }

    /** Every answer with its visit, in the order in which they were given. */
    Result<? extends Record> rows(UUID template, Collection<UUID> visits, int most) {
        return database.select(
                        VISIT.PLANNED_ON,
                        VISIT.CHECKED_IN_AT,
                        VISIT.CUSTOMER_ID,
                        VISIT.OWNER_ID,
                        VISIT_ANSWER.QUESTION,
                        VISIT_ANSWER.KIND,
                        VISIT_ANSWER.TEXT,
                        VISIT_ANSWER.NUMBER,
                        VISIT_ANSWER.CHOICES)
                .from(VISIT_ANSWER)
                .join(VISIT)
                .on(VISIT.TENANT_ID.eq(VISIT_ANSWER.TENANT_ID).and(VISIT.ID.eq(VISIT_ANSWER.VISIT_ID)))
                .where(given(template, visits))
                .orderBy(VISIT.CHECKED_IN_AT, VISIT.ID, VISIT_ANSWER.POSITION)
                .limit(most)
                .fetch();
    }
}
