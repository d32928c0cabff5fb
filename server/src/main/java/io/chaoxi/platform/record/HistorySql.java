package io.chaoxi.platform.record;

import static chaoxi.tables.Tables.CHANGE;

import chaoxi.tables.tables.records.ChangeRecord;
import io.chaoxi.platform.Ids;
import io.chaoxi.platform.rights.Acting;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The history of records: one line for each change, with what each field was and became. Append-only. */
@Component
public class HistorySql {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final DSLContext database;
    private final Clock clock;

    HistorySql(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A line in the making; {@code changes} is empty where the kind says all. */
    public record Line(UUID record, String kind, List<Map<String, @Nullable Object>> changes) {}

    public void add(String object, Collection<Line> lines, @Nullable UUID job) {
        if (lines.isEmpty()) return;
        var actor = Acting.current();
        var insert = database.insertInto(
                CHANGE,
                CHANGE.TENANT_ID,
                CHANGE.ID,
                CHANGE.OBJECT,
                CHANGE.RECORD_ID,
                CHANGE.AT,
                CHANGE.BY_ID,
                CHANGE.KIND,
                CHANGE.CHANGES,
                CHANGE.JOB_ID);
        OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        for (Line line : lines) {
            JSONB changes =
                    line.changes().isEmpty() ? null : JSONB.valueOf(JSON.writeValueAsString(line.changes()));
            insert = insert.values(
                    actor.tenant(), Ids.next(), object, line.record(), now, actor.person(), line.kind(), changes, job);
        }
        insert.execute();
    }

    /** What differs between two states of a record, in the stored form of each value. */
    static List<Map<String, @Nullable Object>> differences(Collection<Field> fields, RecordChange change) {
        var differences = new ArrayList<Map<String, @Nullable Object>>();
        for (Field field : fields) {
            Object from = change.before().get(field.name());
            Object to = change.after().get(field.name());
            if (Objects.equals(from, to)) continue;
            var difference = new LinkedHashMap<String, @Nullable Object>();
            difference.put("field", field.name());
            difference.put("from", from == null ? null : JsonValues.toStored(from));
            difference.put("to", to == null ? null : JsonValues.toStored(to));
            differences.add(difference);
        }
        return differences;
    }

    /** The lines of a record, newest first, behind the given line. */
    public List<ChangeRecord> of(String object, UUID record, @Nullable UUID after, int limit) {
        return database.selectFrom(CHANGE)
                .where(CHANGE.OBJECT.eq(object))
                .and(CHANGE.RECORD_ID.eq(record))
                .and(after == null ? DSL.noCondition() : CHANGE.ID.lt(after))
                .orderBy(CHANGE.ID.desc())
                .limit(limit)
                .fetch();
    }

    /** Whether the record has a later line, other than of having been looked at. */
    public boolean touchedSince(ChangeRecord line) {
        return database.fetchExists(DSL.selectOne()
                .from(CHANGE)
                .where(CHANGE.OBJECT.eq(line.getObject()))
                .and(CHANGE.RECORD_ID.eq(line.getRecordId()))
                .and(CHANGE.ID.gt(line.getId()))
                .and(CHANGE.KIND.ne("revealed")));
    }

    /** The lines that a job wrote, in the order of writing. */
    public List<ChangeRecord> ofJob(UUID job, @Nullable UUID after, int limit) {
        return database.selectFrom(CHANGE)
                .where(CHANGE.JOB_ID.eq(job))
                .and(after == null ? DSL.noCondition() : CHANGE.ID.gt(after))
                .orderBy(CHANGE.ID)
                .limit(limit)
                .fetch();
    }
}
