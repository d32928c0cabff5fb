package io.chaoxi.customer;

import static chaoxi.tables.Tables.CUSTOMER;

import io.chaoxi.platform.record.Countdowns;
import io.chaoxi.platform.record.Countdowns.Due;
import io.chaoxi.platform.record.ReturnOrder;
import io.chaoxi.platform.record.Returning;
import io.chaoxi.platform.record.Standing;
import io.chaoxi.platform.record.Touched;
import io.chaoxi.platform.record.Touched.Total;
import io.chaoxi.platform.record.Unnested;
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
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps of each customer how often and when it was last dealt with, since when its owner has not, when it is to be
 * followed up, and when it returns to its pool. It is not an edit: no version, no line in the history, so that nobody's open form is stale because a colleague
 * telephoned.
 */
@Component
class CustomerTouches {
    private final DSLContext database;
    private final ReturnOrder returns;
    private final Clock clock;

    CustomerTouches(DSLContext database, ReturnOrder returns, Clock clock) {
        this.database = database;
        this.returns = returns;
        this.clock = clock;
    }

    /** A customer as the touch finds it. */
    private record Found(@Nullable LocalDate planned, Standing standing) {}

    /** The rules are held before any row is, as by everybody who goes by them. */
    @EventListener
    void on(Touched touched) {
        if (!touched.object().equals("customer") || touched.steps().isEmpty()) return;
        var countdowns = returns.of("customer");
        var found = lock(touched.steps().keySet());
        var totals = touched.totals().get();
        var today = LocalDate.ofInstant(clock.instant(), Acting.current().zone());
        var rows = new Rows();
        found.forEach((customer, before) -> {
            Total total = Touched.of(totals, customer);
            var step = Objects.requireNonNull(touched.steps().get(customer));
            var next = step.after(before.planned(), total, today);
            rows.add(customer, total, next, due(countdowns, before.standing(), total));
        });
        rows.write(database);
    }

    private static Due due(Countdowns countdowns, Standing before, Total total) {
        return countdowns.of(before.touched(total.last(), total.kinds()));
    }

    /** When each of those that are there is to be followed up; nobody else touches them until the transaction ends. */
    private Map<UUID, Found> lock(Collection<UUID> customers) {
        var found = new LinkedHashMap<UUID, Found>();
        List<Field<?>> columns = new ArrayList<>(List.of(CUSTOMER.ID, CUSTOMER.NEXT_FOLLOW_UP));
        Standing.COLUMNS.forEach(name -> columns.add(CUSTOMER.field(name)));
        database.select(columns)
                .from(CUSTOMER)
                .where(CUSTOMER.ID.in(customers))
                .orderBy(CUSTOMER.ID)
                .forNoKeyUpdate()
                .forEach(row ->
                        found.put(row.get(CUSTOMER.ID), new Found(row.get(CUSTOMER.NEXT_FOLLOW_UP), Standing.of(row))));
        return found;
    }

    /** What the customers keep of it, written by one statement. */
    private static final class Rows {
        private final List<UUID> customers = new ArrayList<>();
        private final List<Integer> counts = new ArrayList<>();
        private final List<@Nullable OffsetDateTime> last = new ArrayList<>();
        private final List<JSONB> kinds = new ArrayList<>();
        private final List<@Nullable LocalDate> next = new ArrayList<>();
        private final List<@Nullable OffsetDateTime> returnAt = new ArrayList<>();
        private final List<@Nullable OffsetDateTime> warnAt = new ArrayList<>();

        void add(UUID customer, Total total, @Nullable LocalDate planned, Due due) {
            customers.add(customer);
            counts.add(total.count());
            last.add(Returning.moment(total.last()));
            kinds.add(Standing.stored(total.kinds()));
            next.add(planned);
            returnAt.add(Returning.moment(due.returnAt()));
            warnAt.add(Returning.moment(due.warnAt()));
        }

        void write(DSLContext database) {
            var touched = DSL.select(
                            Unnested.of("customer", CUSTOMER.ID, customers),
                            Unnested.of("touches", CUSTOMER.TOUCHES, counts),
                            Unnested.of("last", CUSTOMER.LAST_TOUCH_AT, last),
                            Unnested.of("kinds", CUSTOMER.TOUCH_KINDS, kinds),
                            Unnested.of("next", CUSTOMER.NEXT_FOLLOW_UP, next),
                            Unnested.of("return_at", CUSTOMER.RETURN_AT, returnAt),
                            Unnested.of("warn_at", CUSTOMER.WARN_AT, warnAt))
                    .asTable("touched");
            database.update(CUSTOMER)
                    .set(CUSTOMER.TOUCHES, touched.field("touches", Integer.class))
                    .set(CUSTOMER.LAST_TOUCH_AT, touched.field("last", OffsetDateTime.class))
                    .set(CUSTOMER.UNTOUCHED_SINCE, stillUntouched(touched.field("last", OffsetDateTime.class)))
                    .set(CUSTOMER.TOUCH_KINDS, touched.field("kinds", JSONB.class))
                    .set(CUSTOMER.NEXT_FOLLOW_UP, touched.field("next", LocalDate.class))
                    .set(CUSTOMER.RETURN_AT, touched.field("return_at", OffsetDateTime.class))
                    .set(CUSTOMER.WARN_AT, touched.field("warn_at", OffsetDateTime.class))
                    .from(touched)
                    .where(CUSTOMER.ID.eq(touched.field("customer", UUID.class)))
                    .execute();
        }

        /** What was done before its owner had it leaves it as untouched as it was. */
        private static Field<OffsetDateTime> stillUntouched(@Nullable Field<OffsetDateTime> touched) {
            var last = Objects.requireNonNull(touched);
            return DSL.when(last.isNull().or(CUSTOMER.UNTOUCHED_SINCE.gt(last)), CUSTOMER.UNTOUCHED_SINCE);
        }
    }
}
