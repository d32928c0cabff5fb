package io.chaoxi.lead;

import static chaoxi.tables.Tables.LEAD;

import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record2;
import org.jooq.Row5;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Judges leads by the criteria of the firm, a piece at a time. */
@Component
class JudgingSql {
    private static final JSONB NONE = JSONB.valueOf("{}");

    private static final Field<UUID> ID = DSL.field(DSL.name("judged", "id"), UUID.class);
    private static final Field<Integer> FIT = DSL.field(DSL.name("judged", "fit"), Integer.class);
    private static final Field<Integer> INTEREST = DSL.field(DSL.name("judged", "interest"), Integer.class);
    private static final Field<Boolean> QUALIFIED = DSL.field(DSL.name("judged", "qualified"), Boolean.class);
    private static final Field<String> TEXT =
            DSL.nullif(DSL.field(DSL.name("judged", "judgement"), String.class), DSL.inline(""));

    private final DSLContext database;

    JudgingSql(DSLContext database) {
        this.database = database;
    }

    /** The next leads behind one, open or not, those of the recycle bin too. */
    List<UUID> next(@Nullable UUID after, int most) {
        return database.select(LEAD.ID)
                .from(LEAD)
                .where(after == null ? DSL.noCondition() : LEAD.ID.gt(after))
                .orderBy(LEAD.ID)
                .limit(most)
                .fetch(LEAD.ID);
    }

    /**
     * Judges those of them anew that are open and were answered about; says how many stand otherwise now. Their histories
     * tell nothing of it: nobody did anything with them.
     */
    int judge(List<UUID> leads, QualificationSql.Stored by) {
        var open = database.select(LEAD.ID, LEAD.ANSWERS)
                .from(LEAD)
                .where(LEAD.ID.in(leads))
                .and(LEAD.CONVERTED_AT.isNull())
                .and(LEAD.ANSWERS.ne(NONE))
                .orderBy(LEAD.ID)
                .forUpdate()
                .fetch();
        if (open.isEmpty()) return 0;
        return write(open.stream().map(lead -> row(lead, by)).toList());
    }

    @SuppressWarnings("unchecked")
    private int write(List<Row5<UUID, Integer, Integer, Boolean, String>> judged) {
        var rows =
                DSL.values(judged.toArray(Row5[]::new)).as("judged", "id", "fit", "interest", "qualified", "judgement");
        return database.update(LEAD)
                .set(LEAD.FIT_SCORE, FIT)
                .set(LEAD.INTEREST_SCORE, INTEREST)
                .set(LEAD.SCORE, FIT.plus(INTEREST))
                .set(LEAD.QUALIFIED, QUALIFIED)
                .set(LEAD.JUDGEMENT, TEXT)
                .set(LEAD.STATUS, status())
                .set(LEAD.VERSION, LEAD.VERSION.plus(1))
                .from(rows)
                .where(LEAD.ID.eq(ID))
                .and(stands().not())
                .execute();
    }

    private static Row5<UUID, Integer, Integer, Boolean, String> row(
            Record2<UUID, JSONB> lead, QualificationSql.Stored by) {
        var judgement = Judgement.of(by.criteria(), by.threshold(), QualificationSql.answers(lead.value2()));
        return DSL.row(lead.value1(), judgement.fit(), judgement.interest(), judgement.qualified(), judgement.text());
    }

    private static Condition stands() {
        return LEAD.FIT_SCORE
                .isNotDistinctFrom(FIT)
                .and(LEAD.INTEREST_SCORE.isNotDistinctFrom(INTEREST))
                .and(LEAD.QUALIFIED.eq(QUALIFIED))
                .and(LEAD.JUDGEMENT.isNotDistinctFrom(TEXT))
                .and(LEAD.STATUS.eq(status()));
    }

    private static Field<String> status() {
        Condition before = LEAD.STATUS.in(LeadStatus.NEW, LeadStatus.FOLLOWING);
        Condition qualified = DSL.condition(QUALIFIED);
        return DSL.when(qualified.and(before), LeadStatus.QUALIFIED)
                .when(qualified.not().and(LEAD.STATUS.eq(LeadStatus.QUALIFIED)), LeadStatus.FOLLOWING)
                .otherwise(LEAD.STATUS);
    }
}
