package io.chaoxi.platform.record;

import static chaoxi.tables.Tables.CHANGE;

import io.chaoxi.platform.trace.Traced;
import io.chaoxi.platform.trace.Traces;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The history of a person's records; and lines of records that once were merged with his and tell of it still. */
@Component
@Order(1)
class HistoryTraces implements Traces {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int PAST = 10_000;

    private final DSLContext database;
    private final Catalogues catalogues;
    private final HistorySql history;
    private final RecordPast past;
    private final HistoryLines lines;

    HistoryTraces(DSLContext database, Catalogues catalogues, HistorySql history, RecordPast past, HistoryLines lines) {
        this.database = database;
        this.catalogues = catalogues;
        this.history = history;
        this.past = past;
        this.lines = lines;
    }

    @Override
    public String kind() {
        return "history";
    }

    @Override
    public List<Map<String, @Nullable Object>> of(Traced person) {
        var catalogue = catalogues.of(person.object());
        var told = new ArrayList<Map<String, @Nullable Object>>();
        for (UUID record : person.records()) {
            var found = past.of(catalogue, record, null, PAST);
            told.addAll(lines.of(catalogue, found).reversed());
        }
        return told;
    }

    @Override
    public @Nullable UUID erase(Traced person, @Nullable UUID after) {
        var others = CHANGE.OBJECT.eq(person.object()).and(CHANGE.RECORD_ID.in(onceMergedWith(person)));
        history.valuesGone(others.and(CHANGE.CHANGES.isNotNull()), change -> tells(person, change));
        return null;
    }

    /** Records into which his was merged by mistake; when that was undone, only their history remembers. */
    private Set<UUID> onceMergedWith(Traced person) {
        return database.select(CHANGE.RECORD_ID)
                .from(CHANGE)
                .where(CHANGE.OBJECT.eq(person.object()))
                .and(CHANGE.KIND.in("merged", "unmerged"))
                .and(CHANGE.RECORD_ID.notIn(person.records()))
                .and(person.within(CHANGE.CHANGES))
                .fetchSet(CHANGE.RECORD_ID);
    }

    private static boolean tells(Traced person, String change) {
        return person.within(change)
                || person.texts().stream().map(JSON::writeValueAsString).anyMatch(change::contains);
    }
}
