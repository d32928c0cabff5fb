package io.chaoxi.platform.job;

import static chaoxi.tables.Tables.JOB_ROW;

import chaoxi.tables.tables.records.JobRowRecord;
import io.chaoxi.platform.rights.Acting;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Every statement on the rows of jobs. */
@Component
class JobRowSql {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final DSLContext database;

    JobRowSql(DSLContext database) {
        this.database = database;
    }

    void add(UUID job, long firstRow, List<UUID> records) {
        long tenant = Acting.current().tenant();
        var insert = database.insertInto(JOB_ROW, JOB_ROW.TENANT_ID, JOB_ROW.JOB_ID, JOB_ROW.ROW, JOB_ROW.RECORD_ID);
        for (int i = 0; i < records.size(); i++) {
            insert = insert.values(tenant, job, firstRow + i, records.get(i));
        }
        insert.execute();
    }

    List<JobRowRecord> open(UUID job, int limit) {
        return database.selectFrom(JOB_ROW)
                .where(JOB_ROW.JOB_ID.eq(job))
                .and(JOB_ROW.STATE.eq("open"))
                .orderBy(JOB_ROW.ROW)
                .limit(limit)
                .fetch();
    }

    void ended(UUID job, long row, String state, @Nullable String code, @Nullable String message) {
        database.update(JOB_ROW)
                .set(JOB_ROW.STATE, state)
                .set(JOB_ROW.CODE, code)
                .set(JOB_ROW.MESSAGE, message)
                .where(JOB_ROW.JOB_ID.eq(job))
                .and(JOB_ROW.ROW.eq(row))
                .execute();
    }

    List<JobRowRecord> list(UUID job, @Nullable String state, long after, int limit) {
        return database.selectFrom(JOB_ROW)
                .where(JOB_ROW.JOB_ID.eq(job))
                .and(JOB_ROW.ROW.gt(after))
                .and(state == null ? DSL.noCondition() : JOB_ROW.STATE.eq(state))
                .orderBy(JOB_ROW.ROW)
                .limit(limit)
                .fetch();
    }

    /** How many rows ended in which state. */
    Map<String, Integer> counts(UUID job) {
        return database.select(JOB_ROW.STATE, DSL.count())
                .from(JOB_ROW)
                .where(JOB_ROW.JOB_ID.eq(job))
                .groupBy(JOB_ROW.STATE)
                .fetchMap(JOB_ROW.STATE, DSL.count());
    }

    void addRefused(UUID job, Collection<JobRows.Refused> rows) {
        long tenant = Acting.current().tenant();
        var insert = database.insertInto(
                JOB_ROW,
                JOB_ROW.TENANT_ID,
                JOB_ROW.JOB_ID,
                JOB_ROW.ROW,
                JOB_ROW.LABEL,
                JOB_ROW.STATE,
                JOB_ROW.CODE,
                JOB_ROW.MESSAGE,
                JOB_ROW.CELLS);
        for (var row : rows) {
            insert = insert.values(
                    tenant,
                    job,
                    row.row(),
                    row.label(),
                    "refused",
                    row.code(),
                    row.message(),
                    JSONB.valueOf(JSON.writeValueAsString(row.cells())));
        }
        insert.execute();
    }

    void remove(UUID job) {
        database.deleteFrom(JOB_ROW).where(JOB_ROW.JOB_ID.eq(job)).execute();
    }
}
