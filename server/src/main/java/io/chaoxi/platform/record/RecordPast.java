package io.chaoxi.platform.record;

import static chaoxi.tables.Tables.MERGE_STEP;
import static chaoxi.tables.Tables.RECORD_MERGE;

import chaoxi.tables.tables.records.ChangeRecord;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The past of a record: the lines of its history, and what merges of others did to it. A merge notes once what it moved,
 * so that thousands of rows need no line each.
 */
@Component
public class RecordPast {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final DSLContext database;
    private final HistorySql history;

    RecordPast(DSLContext database, HistorySql history) {
        this.database = database;
        this.history = history;
    }

    /** Newest first, behind the given line. */
    public List<ChangeRecord> of(Catalogue catalogue, UUID record, @Nullable UUID after, int limit) {
        var lines = history.of(catalogue.type().object(), record, after, limit);
        return Stream.concat(lines.stream(), moves(catalogue, record).stream())
                .filter(line -> after == null || line.getId().compareTo(after) < 0)
                .sorted(Comparator.comparing(ChangeRecord::getId).reversed())
                .limit(limit)
                .toList();
    }

    private List<ChangeRecord> moves(Catalogue catalogue, UUID record) {
        var lines = new ArrayList<ChangeRecord>();
        database.select(RECORD_MERGE.fields())
                .select(MERGE_STEP.COLUMN_NAME, MERGE_STEP.WAS, MERGE_STEP.BECAME, MERGE_STEP.STAYED_IDS)
                .from(MERGE_STEP)
                .join(RECORD_MERGE)
                .on(RECORD_MERGE.TENANT_ID.eq(MERGE_STEP.TENANT_ID).and(RECORD_MERGE.ID.eq(MERGE_STEP.MERGE_ID)))
                .where(MERGE_STEP.TABLE_NAME.eq(catalogue.type().table().getName()))
                .and(MERGE_STEP.ROW_IDS.contains(new UUID[] {record}))
                .orderBy(MERGE_STEP.STEP)
                .fetchGroups(RECORD_MERGE.ID)
                .values()
                .forEach(steps -> lines.addAll(lines(catalogue, record, steps)));
        return lines;
    }

    private static List<ChangeRecord> lines(Catalogue catalogue, UUID record, List<? extends Record> steps) {
        var there = new ArrayList<Map<String, Object>>();
        var back = new ArrayList<Map<String, Object>>();
        for (Record step : steps) {
            String column = step.get(MERGE_STEP.COLUMN_NAME);
            boolean stayed = List.of(step.get(MERGE_STEP.STAYED_IDS)).contains(record);
            catalogue.all().stream()
                    .filter(field -> column.equals(field.column()))
                    .forEach(field -> {
                        Object was = value(field, step.get(MERGE_STEP.WAS));
                        Object became = value(field, step.get(MERGE_STEP.BECAME));
                        there.add(change(field, was, became));
                        if (!stayed) back.add(change(field, became, was));
                    });
        }
        Record merge = steps.getFirst();
        var lines = new ArrayList<ChangeRecord>();
        if (!there.isEmpty()) {
            UUID by = merge.get(RECORD_MERGE.BY_ID);
            lines.add(line(merge.get(RECORD_MERGE.ID), merge.get(RECORD_MERGE.AT), by, "movedByMerge", there));
        }
        UUID undo = merge.get(RECORD_MERGE.UNDO_ID);
        if (undo != null && !back.isEmpty()) {
            UUID by = Objects.requireNonNull(merge.get(RECORD_MERGE.UNDONE_BY));
            lines.add(line(undo, merge.get(RECORD_MERGE.UNDONE_AT), by, "movedBack", back));
        }
        return lines;
    }

    private static Object value(Field field, String stored) {
        return field.type() == FieldType.YES_NO ? (Object) Boolean.valueOf(stored) : stored;
    }

    private static Map<String, Object> change(Field field, Object from, Object to) {
        var change = new LinkedHashMap<String, Object>();
        change.put("field", field.name());
        change.put("from", from);
        change.put("to", to);
        return change;
    }

    private static ChangeRecord line(
            UUID id, OffsetDateTime at, UUID by, String kind, List<Map<String, Object>> changes) {
        var line = new ChangeRecord();
        line.setId(id);
        line.setAt(at);
        line.setById(by);
        line.setKind(kind);
        line.setChanges(JSONB.valueOf(JSON.writeValueAsString(changes)));
        return line;
    }
}
