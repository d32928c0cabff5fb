package io.chaoxi.lead;

import static chaoxi.tables.Tables.LEAD;
import static chaoxi.tables.Tables.LEAD_QUALIFICATION;

import io.chaoxi.platform.rights.Acting;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Every statement on criteria and on what leads were judged by. */
@Component
class QualificationSql {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<Criterion>> CRITERIA = new TypeReference<>() {};
    private static final TypeReference<Map<String, Boolean>> ANSWERS = new TypeReference<>() {};
    private static final JSONB NONE = JSONB.valueOf("{}");

    private final DSLContext database;
    private final Clock clock;

    QualificationSql(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The criteria of the firm, the score from which on a lead is qualified, and the version that they have together. */
    record Stored(long version, int threshold, List<Criterion> criteria) {}

    Optional<Stored> stored() {
        return database.selectFrom(LEAD_QUALIFICATION)
                .fetchOptional(row -> new Stored(
                        row.getVersion(),
                        row.getThreshold(),
                        JSON.readValue(row.getCriteria().data(), CRITERIA)));
    }

    /** Says whether they still had the expected version. */
    boolean put(long version, int threshold, List<Criterion> criteria) {
        var actor = Acting.current();
        var row = database.newRecord(LEAD_QUALIFICATION);
        row.setTenantId(actor.tenant());
        row.setVersion(version + 1);
        row.setThreshold(threshold);
        row.setCriteria(JSONB.valueOf(JSON.writeValueAsString(criteria)));
        row.setChangedAt(clock.instant().atOffset(ZoneOffset.UTC));
        row.setChangedBy(actor.person());
        return database.insertInto(LEAD_QUALIFICATION)
                        .set(row)
                        .onConflict(LEAD_QUALIFICATION.TENANT_ID)
                        .doUpdate()
                        .set(row)
                        .where(LEAD_QUALIFICATION.VERSION.eq(version))
                        .execute()
                == 1;
    }

    Map<String, Boolean> answers(UUID lead) {
        return database.select(LEAD.ANSWERS)
                .from(LEAD)
                .where(LEAD.ID.eq(lead))
                .fetchSingle(row -> JSON.readValue(row.value1().data(), ANSWERS));
    }

    static JSONB json(Map<String, Boolean> answers) {
        return JSONB.valueOf(JSON.writeValueAsString(answers));
    }

    /** Judges all open leads that were answered about anew; as many statements as there are different answers. */
    void judgeAnew(int threshold, List<Criterion> criteria) {
        Condition open = LEAD.CONVERTED_AT.isNull().and(LEAD.ANSWERS.ne(NONE));
        var given = database.selectDistinct(LEAD.ANSWERS).from(LEAD).where(open).fetch(LEAD.ANSWERS);
        for (JSONB answers : given) {
            var judgement = Judgement.of(criteria, threshold, JSON.readValue(answers.data(), ANSWERS));
            database.update(LEAD)
                    .set(LEAD.FIT_SCORE, judgement.fit())
                    .set(LEAD.INTEREST_SCORE, judgement.interest())
                    .set(LEAD.SCORE, judgement.score())
                    .set(LEAD.QUALIFIED, judgement.qualified())
                    .set(LEAD.JUDGEMENT, judgement.text())
                    .set(LEAD.STATUS, status(judgement.qualified()))
                    .set(LEAD.VERSION, LEAD.VERSION.plus(1))
                    .where(open)
                    .and(LEAD.ANSWERS.eq(answers))
                    .execute();
        }
    }

    private static Field<String> status(boolean qualified) {
        return qualified
                ? DSL.when(LEAD.STATUS.in(LeadStatus.NEW, LeadStatus.FOLLOWING), LeadStatus.QUALIFIED)
                        .otherwise(LEAD.STATUS)
                : DSL.when(LEAD.STATUS.eq(LeadStatus.QUALIFIED), LeadStatus.FOLLOWING)
                        .otherwise(LEAD.STATUS);
    }
}
