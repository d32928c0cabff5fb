package io.chaoxi.platform.record;

import io.chaoxi.platform.record.Countdowns.Due;
import io.chaoxi.platform.record.Touched.Total;
import io.chaoxi.platform.rights.Acting;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Keeps of each record, where its object has columns for that, how often and when it was last dealt with, since when its
 * owner has not, when it is to be followed up, and when it returns to its pool. It is not an edit: no version, no line in
 * the history, so that nobody's open form is stale because a colleague telephoned.
 */
@Component
class Touches {
    private static final String COUNT = "touches";
    private static final String LAST = "last_touch_at";
    private static final String NEXT = "next_follow_up";
    private static final String KINDS = "touch_kinds";
    private static final String UNTOUCHED = "untouched_since";
    private static final String RETURN = "return_at";
    private static final String WARN = "warn_at";

    private final DSLContext database;
    private final Catalogues catalogues;
    private final ReturnOrder returns;
    private final Clock clock;

    Touches(DSLContext database, Catalogues catalogues, ReturnOrder returns, Clock clock) {
        this.database = database;
        this.catalogues = catalogues;
        this.returns = returns;
        this.clock = clock;
    }

    /** A record as the touch finds it. */
    private record Found(@Nullable LocalDate planned, Standing standing) {}

    /**
     * The rules are held before any row is, as by everybody who goes by them. First of all who hear of it: the rows stay
     * locked for the others.
     */
    @EventListener
    @Order(0)
    void on(Touched touched) {
        RecordType type = catalogues.type(touched.object());
        if (touched.steps().isEmpty() || !type.hasColumn(COUNT)) return;
        var countdowns = returns.of(type.object());
        var found = lock(type, touched.steps().keySet());
        var totals = touched.totals().get();
        var today = LocalDate.ofInstant(clock.instant(), Acting.current().zone());
        var rows = new Rows(type);
        found.forEach((record, before) -> {
            Total total = Touched.of(totals, record);
            var step = Objects.requireNonNull(touched.steps().get(record));
            var next = step.after(before.planned(), total, today);
            rows.add(record, total, next, countdowns.of(before.standing().touched(total.last(), total.kinds())));
        });
        rows.write(database);
    }

    /** When each of those that are there is to be followed up; nobody else touches them until the transaction ends. */
    private Map<UUID, Found> lock(RecordType type, Collection<UUID> records) {
        var found = new LinkedHashMap<UUID, Found>();
        var id = type.column("id", UUID.class);
        var planned = type.column(NEXT, LocalDate.class);
        List<Field<?>> columns = new ArrayList<>(List.of(id, planned));
        columns.addAll(Standing.columns(type));
        database.select(columns)
                .from(type.table())
                .where(id.in(records))
                .orderBy(id)
                .forNoKeyUpdate()
                .forEach(row -> found.put(row.get(id), new Found(row.get(planned), Standing.of(row))));
        return found;
    }

    /** What the records keep of it, written by one statement. */
    private static final class Rows {
        private final RecordType type;
        private final List<UUID> records = new ArrayList<>();
        private final List<Integer> counts = new ArrayList<>();
        private final List<@Nullable OffsetDateTime> last = new ArrayList<>();
        private final List<JSONB> kinds = new ArrayList<>();
        private final List<@Nullable LocalDate> next = new ArrayList<>();
        private final List<@Nullable OffsetDateTime> returnAt = new ArrayList<>();
        private final List<@Nullable OffsetDateTime> warnAt = new ArrayList<>();

        Rows(RecordType type) {
            this.type = type;
        }

        void add(UUID record, Total total, @Nullable LocalDate planned, Due due) {
            records.add(record);
            counts.add(total.count());
            last.add(Returning.moment(total.last()));
            kinds.add(Standing.stored(total.kinds()));
            next.add(planned);
            returnAt.add(Returning.moment(due.returnAt()));
            warnAt.add(Returning.moment(due.warnAt()));
        }

        void write(DSLContext database) {
            var touched = DSL.select(
                            column("record", "id", UUID.class, records),
                            column(COUNT, COUNT, Integer.class, counts),
                            column(LAST, LAST, OffsetDateTime.class, last),
                            column(KINDS, KINDS, JSONB.class, kinds),
                            column(NEXT, NEXT, LocalDate.class, next),
                            column(RETURN, RETURN, OffsetDateTime.class, returnAt),
                            column(WARN, WARN, OffsetDateTime.class, warnAt))
                    .asTable("touched");
            Map<Field<?>, Object> written = new LinkedHashMap<>();
            for (String name : List.of(COUNT, LAST, KINDS, NEXT, RETURN, WARN)) {
                written.put(type.column(name), Objects.requireNonNull(touched.field(name)));
            }
            if (type.hasColumn(UNTOUCHED)) written.put(type.column(UNTOUCHED), stillUntouched(touched));
            database.update(type.table())
                    .set(written)
                    .from(touched)
                    .where(type.column("id", UUID.class).eq(touched.field("record", UUID.class)))
                    .execute();
        }

        private <T> Field<T> column(String name, String like, Class<T> javaType, List<? extends @Nullable T> values) {
            return Unnested.of(name, type.column(like, javaType), values);
        }

        /** What was done before its owner had it leaves it as untouched as it was. */
        private Field<OffsetDateTime> stillUntouched(Table<?> touched) {
            var last = Objects.requireNonNull(touched.field(LAST, OffsetDateTime.class));
            var since = type.column(UNTOUCHED, OffsetDateTime.class);
            return DSL.when(last.isNull().or(since.gt(last)), since);
        }
    }
}
