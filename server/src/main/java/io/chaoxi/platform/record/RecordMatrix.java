package io.chaoxi.platform.record;

import io.chaoxi.platform.problem.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How many records of a list have one value of a field and one of another at the same time. Rights as for groups of one
 * field, see {@link RecordGroups}.
 */
@Service
public class RecordMatrix {
    /** So many records are read at most; above it every count means "at least". */
    static final int READ = 1_000_000;

    private static final int MOST = 2_000;

    private final RecordReading reading;
    private final GroupSql sql;
    private final RecordGroups groups;

    RecordMatrix(RecordReading reading, GroupSql sql, RecordGroups groups) {
        this.reading = reading;
        this.sql = sql;
        this.groups = groups;
    }

    /**
     * The records where both values meet.
     *
     * @param row as the value stands in a row; null where the field is empty
     * @param column the same of the other field
     */
    public record Cell(@Nullable Object row, @Nullable Object column, long count) {}

    /**
     * The cells that are not empty, largest first.
     *
     * @param more there are cells beyond the two thousand
     * @param total all records that were counted
     * @param exact false above a million records
     */
    public record Matrix(List<Cell> cells, boolean more, long total, boolean exact) {}

    /** Counts by the two fields, which must differ. */
    @Transactional(readOnly = true)
    public Matrix of(Catalogue catalogue, RecordQuery query, String rows, String columns) {
        RecordType type = catalogue.type();
        catalogue.actor().require(type.object() + ".read");
        Field down = RecordGroups.grouped(catalogue, rows);
        Field across = RecordGroups.grouped(catalogue, columns);
        if (rows.equals(columns)) throw Refusal.malformed("sameFieldTwice", Map.of("field", columns));
        var fields = new RecordFields(type);
        var where = RecordScope.of(type, catalogue.actor()).condition(type).and(reading.condition(catalogue, query));
        var found = sql.pairs(
                type, where, RecordGroups.key(fields, down), RecordGroups.key(fields, across), READ + 1, MOST + 1);
        boolean more = found.size() > MOST;
        var told = more ? found.subList(0, MOST) : found;
        long total = found.isEmpty() ? 0 : found.getFirst().read();
        var downShown = new Shown(catalogue, down);
        var acrossShown = new Shown(catalogue, across);
        var cells = told.stream()
                .map(pair -> new Cell(downShown.of(pair.row()), acrossShown.of(pair.column()), pair.count()))
                .toList();
        return new Matrix(cells, more, Math.min(total, READ), total <= READ);
    }

    /** Looks each value up once. */
    private final class Shown {
        private final Catalogue catalogue;
        private final Field field;
        private final Map<Object, Optional<Object>> known = new HashMap<>();

        private Shown(Catalogue catalogue, Field field) {
            this.catalogue = catalogue;
            this.field = field;
        }

        private @Nullable Object of(@Nullable Object key) {
            if (key == null) return null;
            return known.computeIfAbsent(key, one -> Optional.ofNullable(groups.shown(catalogue, field, one)))
                    .orElse(null);
        }
    }
}
