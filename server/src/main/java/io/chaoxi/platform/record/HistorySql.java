package io.chaoxi.platform.record;

import static chaoxi.tables.Tables.CHANGE;

import chaoxi.tables.tables.records.ChangeRecord;
import io.chaoxi.platform.Ids;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.trace.Traced;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
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

    /** Kinds of lines that tell what happened beside the record: they do not make what others wrote of it outdated. */
    public static final String CONTACT_LEFT = "contactLeft";

    public static final String CONTACT_CAME = "contactCame";
    public static final String LEAD_CAME = "leadCame";
    public static final String CONSENT_GIVEN = "consentGiven";
    public static final String CONSENT_WITHDRAWN = "consentWithdrawn";
    private static final List<String> BESIDE =
            List.of("revealed", CONTACT_LEFT, CONTACT_CAME, LEAD_CAME, CONSENT_GIVEN, CONSENT_WITHDRAWN);

    /** A change that names a record of another object in place of a field; on the side {@code from} or {@code to}. */
    public static Map<String, @Nullable Object> mention(String object, String side, UUID record) {
        return Map.of("field", object, "object", object, side, record.toString());
    }

    /** A line in the making; {@code changes} is empty where the kind says all. */
    public record Line(UUID record, String kind, List<Map<String, @Nullable Object>> changes) {}

    public void add(String object, Collection<Line> lines, @Nullable UUID job) {
        write(Collections.nCopies(lines.size(), object), lines, job);
    }

    /** A line for a record of each of these objects, in one statement. */
    public void add(Map<String, Line> lines) {
        write(List.copyOf(lines.keySet()), lines.values(), null);
    }

    private void write(List<String> objects, Collection<Line> lines, @Nullable UUID job) {
        if (lines.isEmpty()) return;
        var actor = Acting.current();
        OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        List<UUID> ids = new ArrayList<>();
        List<UUID> records = new ArrayList<>();
        List<String> kinds = new ArrayList<>();
        List<@Nullable JSONB> changes = new ArrayList<>();
        for (Line line : lines) {
            ids.add(Ids.next());
            records.add(line.record());
            kinds.add(line.kind());
            changes.add(line.changes().isEmpty() ? null : JSONB.valueOf(JSON.writeValueAsString(line.changes())));
        }
        var columns = List.of(
                CHANGE.TENANT_ID,
                CHANGE.ID,
                CHANGE.OBJECT,
                CHANGE.RECORD_ID,
                CHANGE.AT,
                CHANGE.BY_ID,
                CHANGE.KIND,
                CHANGE.CHANGES,
                CHANGE.JOB_ID);
        database.insertInto(CHANGE, columns)
                .select(DSL.select(List.of(
                        DSL.val(actor.tenant()),
                        ColumnValues.of(CHANGE.ID, ids),
                        ColumnValues.of(CHANGE.OBJECT, objects),
                        ColumnValues.of(CHANGE.RECORD_ID, records),
                        DSL.val(now),
                        DSL.val(actor.person()),
                        ColumnValues.of(CHANGE.KIND, kinds),
                        ColumnValues.of(CHANGE.CHANGES, changes),
                        DSL.val(job, CHANGE.JOB_ID))))
                .execute();
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

    @EventListener
    void on(RecordsForgotten forgotten) {
        var lines = CHANGE.RECORD_ID.in(forgotten.ids());
        if (forgotten.factsStay()) {
            valuesGone(lines.and(CHANGE.CHANGES.isNotNull()), line -> true);
        } else {
            database.deleteFrom(CHANGE).where(lines).execute();
        }
    }

    /** Takes from the history of these records of an object both sides of every change that tells of the person. */
    public void blot(String object, Collection<UUID> records, Traced person) {
        var lines = CHANGE.OBJECT.eq(object).and(CHANGE.RECORD_ID.in(records)).and(person.within(CHANGE.CHANGES));
        valuesGone(lines, person::within);
    }

    /** Takes both sides from the changes of these records that the values speak of; that the field changed stays. */
    public void forget(String object, Collection<UUID> records, Predicate<String> spoken) {
        var lines = CHANGE.OBJECT.eq(object).and(CHANGE.RECORD_ID.in(records));
        valuesGone(lines.and(CHANGE.CHANGES.isNotNull()), spoken);
    }

    /** Takes both sides from the changes of these lines that the values speak of; that the field changed stays. */
    void valuesGone(Condition lines, Predicate<String> spoken) {
        for (var line : database.select(CHANGE.ID, CHANGE.CHANGES)
                .from(CHANGE)
                .where(lines)
                .fetch()) {
            var changes = new ArrayList<JsonNode>();
            for (JsonNode change : JSON.readTree(line.value2().data())) {
                changes.add(
                        spoken.test(change.toString())
                                ? JSON.valueToTree(
                                        Map.of("field", change.path("field").asString()))
                                : change);
            }
            database.update(CHANGE)
                    .set(CHANGE.CHANGES, JSONB.valueOf(JSON.writeValueAsString(changes)))
                    .where(CHANGE.ID.eq(line.value1()))
                    .execute();
        }
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

    /**
     * Which of these lines are not the last word on their record: somebody wrote a later one, other than these jobs, and
     * other than beside the record, such as by having looked at a masked value. All lines are of one object.
     */
    public Set<UUID> outdated(List<ChangeRecord> lines, Collection<UUID> jobs) {
        if (lines.isEmpty()) return Set.of();
        UUID oldest = lines.stream()
                .map(ChangeRecord::getId)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        var later = database.select(CHANGE.RECORD_ID, CHANGE.ID)
                .from(CHANGE)
                .where(CHANGE.OBJECT.eq(lines.getFirst().getObject()))
                .and(CHANGE.RECORD_ID.eq(DSL.any(
                        lines.stream().map(ChangeRecord::getRecordId).distinct().toArray(UUID[]::new))))
                .and(CHANGE.ID.gt(oldest))
                .and(CHANGE.KIND.notIn(BESIDE))
                .and(CHANGE.JOB_ID.isNull().or(CHANGE.JOB_ID.notIn(jobs)))
                .fetchGroups(CHANGE.RECORD_ID, CHANGE.ID);
        return lines.stream()
                .filter(line -> later.getOrDefault(line.getRecordId(), List.of()).stream()
                        .anyMatch(id -> id.compareTo(line.getId()) > 0))
                .map(ChangeRecord::getId)
                .collect(Collectors.toSet());
    }

    /** How many lines a job wrote, counted up to {@code most}. */
    int countOfJob(UUID job, int most) {
        var counted = DSL.selectOne()
                .from(CHANGE)
                .where(CHANGE.JOB_ID.eq(job))
                .limit(DSL.inline(most))
                .asTable("counted");
        return database.selectCount().from(counted).fetchSingle().value1();
    }

    /** Which of the records one of the jobs wrote a line of. */
    Set<UUID> writtenBy(Collection<UUID> jobs, Collection<UUID> records) {
        if (records.isEmpty()) return Set.of();
        return database.select(CHANGE.RECORD_ID)
                .from(CHANGE)
                .where(CHANGE.JOB_ID.in(jobs))
                .and(CHANGE.RECORD_ID.eq(DSL.any(records.toArray(UUID[]::new))))
                .fetchSet(CHANGE.RECORD_ID);
    }

    /** The lines that a job wrote, newest first, behind the given one. */
    public List<ChangeRecord> ofJob(UUID job, @Nullable UUID after, int limit) {
        return database.selectFrom(CHANGE)
                .where(CHANGE.JOB_ID.eq(job))
                .and(after == null ? DSL.noCondition() : CHANGE.ID.lt(after))
                .orderBy(CHANGE.ID.desc())
                .limit(limit)
                .fetch();
    }
}
