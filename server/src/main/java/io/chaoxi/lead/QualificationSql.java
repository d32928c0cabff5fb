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
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Statements on criteria and on what was answered about a lead. */
@Component
class QualificationSql {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<Criterion>> CRITERIA = new TypeReference<>() {};
    private static final TypeReference<Map<String, Boolean>> ANSWERS = new TypeReference<>() {};

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

    /** Keeps the criteria, be there a row or none, from changing until the transaction ends. */
    void hold() {
        database.select(DSL.function("pg_advisory_xact_lock_shared", SQLDataType.OTHER, key()))
                .fetch();
    }

    /** Waits for those who judge by the criteria and keeps others from it until the transaction ends. */
    void lock() {
        database.select(DSL.function("pg_advisory_xact_lock", SQLDataType.OTHER, key()))
                .fetch();
    }

    private static Field<Long> key() {
        long tenant = Acting.current().tenant();
        return DSL.function("hashtextextended", SQLDataType.BIGINT, DSL.val("lead_qualification"), DSL.val(tenant));
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
                .fetchSingle(row -> answers(row.value1()));
    }

    static Map<String, Boolean> answers(JSONB stored) {
        return JSON.readValue(stored.data(), ANSWERS);
    }

    static JSONB json(Map<String, Boolean> answers) {
        return JSONB.valueOf(JSON.writeValueAsString(answers));
    }
}
