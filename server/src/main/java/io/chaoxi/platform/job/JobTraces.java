package io.chaoxi.platform.job;

import static chaoxi.tables.Tables.JOB;
import static chaoxi.tables.Tables.JOB_ROW;

import chaoxi.tables.tables.records.JobRecord;
import chaoxi.tables.tables.records.JobRowRecord;
import io.chaoxi.platform.trace.Traced;
import io.chaoxi.platform.trace.Traces;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What jobs keep of a person: rows of imports that were refused, and what was asked for and answered in words. */
@Component
@Order(6)
class JobTraces implements Traces {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<TableField<JobRecord, JSONB>> SAID = List.of(JOB.ARGUMENTS, JOB.RESULT, JOB.PROBLEM);
    private static final JSONB NO_CELLS = JSONB.valueOf("[]");

    private final DSLContext database;

    JobTraces(DSLContext database) {
        this.database = database;
    }

    @Override
    public String kind() {
        return "imports";
    }

    @Override
    public List<Map<String, @Nullable Object>> of(Traced person) {
        return rows(person).stream().map(JobTraces::told).toList();
    }

    private static Map<String, @Nullable Object> told(JobRowRecord row) {
        var told = new LinkedHashMap<String, @Nullable Object>();
        told.put("job", row.getJobId().toString());
        told.put("row", row.getRow());
        told.put("reason", row.getMessage());
        told.put(
                "cells",
                row.getCells() == null ? null : JSON.readValue(row.getCells().data(), Object.class));
        return told;
    }

    private List<JobRowRecord> rows(Traced person) {
        return database.selectFrom(JOB_ROW)
                .where(JOB_ROW.STATE.eq("refused"))
                .and(person.within(JOB_ROW.CELLS)
                        .or(person.within(JOB_ROW.LABEL))
                        .or(person.within(JOB_ROW.MESSAGE)))
                .orderBy(JOB_ROW.JOB_ID, JOB_ROW.ROW)
                .fetch();
    }

    /** A row stays as one that was refused; what a job was asked for loses the words that tell of him. */
    @Override
    public @Nullable UUID erase(Traced person, @Nullable UUID after) {
        for (JobRowRecord row : rows(person)) {
            database.update(JOB_ROW)
                    .set(JOB_ROW.LABEL, "")
                    .set(JOB_ROW.MESSAGE, "")
                    .set(JOB_ROW.CELLS, row.getCells() == null ? null : NO_CELLS)
                    .where(JOB_ROW.JOB_ID.eq(row.getJobId()))
                    .and(JOB_ROW.ROW.eq(row.getRow()))
                    .execute();
        }
        SAID.forEach(column -> clean(column, person));
        return null;
    }

    private void clean(TableField<JobRecord, JSONB> column, Traced person) {
        Condition telling = person.within(column).and(JOB.FINISHED_AT.isNotNull());
        for (var job : database.select(JOB.ID, column).from(JOB).where(telling).fetch()) {
            database.update(JOB)
                    .set(column, person.without(job.value2()))
                    .where(JOB.ID.eq(job.value1()))
                    .execute();
        }
    }
}
