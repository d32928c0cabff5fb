package io.chaoxi.platform.record;

import io.chaoxi.platform.record.Touched.Total;
import io.chaoxi.platform.rights.Acting;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps of each record how often and when it was last dealt with, and when it is to be followed up. It is not an edit: no
 * version, no line in the history, so that nobody's open form is stale because a colleague telephoned.
 */
@Component
public class TouchKeeping {
    private final DSLContext database;
    private final Clock clock;

    TouchKeeping(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Where a table keeps what the touches of its rows amount to. */
    public record Kept<R extends Record>(
            Table<R> table,
            TableField<R, UUID> id,
            TableField<R, Integer> touches,
            TableField<R, OffsetDateTime> last,
            TableField<R, LocalDate> next) {}

    /** Locks the rows, asks for their sums and writes them. */
    public <R extends Record> void keep(Touched touched, Kept<R> kept) {
        if (touched.steps().isEmpty()) return;
        var planned = lock(touched.steps().keySet(), kept);
        var totals = touched.totals().get();
        var today = LocalDate.ofInstant(clock.instant(), Acting.current().zone());
        List<UUID> records = new ArrayList<>();
        List<Integer> counts = new ArrayList<>();
        List<@Nullable OffsetDateTime> last = new ArrayList<>();
        List<@Nullable LocalDate> next = new ArrayList<>();
        planned.forEach((record, plan) -> {
            Total total = Touched.of(totals, record);
            records.add(record);
            counts.add(total.count());
            last.add(moment(total.last()));
            var step = Objects.requireNonNull(touched.steps().get(record));
            next.add(step.after(plan.orElse(null), total, today));
        });
        write(
                kept,
                DSL.select(
                                column("record", kept.id(), records),
                                column("touches", kept.touches(), counts),
                                column("last", kept.last(), last),
                                column("next", kept.next(), next))
                        .asTable("touched"));
    }

    private <R extends Record> void write(Kept<R> kept, Table<?> touched) {
        database.update(kept.table())
                .set(kept.touches(), touched.field("touches", Integer.class))
                .set(kept.last(), touched.field("last", OffsetDateTime.class))
                .set(kept.next(), touched.field("next", LocalDate.class))
                .from(touched)
                .where(kept.id().eq(touched.field("record", UUID.class)))
                .execute();
    }

    private static <T> Field<T> column(String name, Field<T> like, List<? extends @Nullable T> values) {
        var array = DSL.val(values.toArray(), like.getDataType().array());
        return DSL.function("unnest", like.getDataType(), array).as(name);
    }

    /** When each of those that are there is to be followed up; nobody else touches them until the transaction ends. */
    private <R extends Record> Map<UUID, Optional<LocalDate>> lock(Collection<UUID> records, Kept<R> kept) {
        var planned = new LinkedHashMap<UUID, Optional<LocalDate>>();
        database.select(kept.id(), kept.next())
                .from(kept.table())
                .where(kept.id().in(records))
                .orderBy(kept.id())
                .forNoKeyUpdate()
                .forEach(row -> planned.put(row.value1(), Optional.ofNullable(row.value2())));
        return planned;
    }

    private static @Nullable OffsetDateTime moment(@Nullable Instant instant) {
        return instant == null ? null : OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
