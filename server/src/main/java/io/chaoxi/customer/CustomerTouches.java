package io.chaoxi.customer;

import static chaoxi.tables.Tables.CUSTOMER;

import io.chaoxi.platform.record.Touched;
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
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps of each customer how often and when it was last dealt with, since when its owner has not, and when it is to be followed
 * up. It is not an edit:
 * no version, no line in the history, so that nobody's open form is stale because a colleague telephoned.
 */
@Component
class CustomerTouches {
    private final DSLContext database;
    private final Clock clock;

    CustomerTouches(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @EventListener
    void on(Touched touched) {
        if (!touched.object().equals("customer") || touched.steps().isEmpty()) return;
        var planned = lock(touched.steps().keySet());
        var totals = touched.totals().get();
        var today = LocalDate.ofInstant(clock.instant(), Acting.current().zone());
        List<UUID> customers = new ArrayList<>();
        List<Integer> counts = new ArrayList<>();
        List<@Nullable OffsetDateTime> last = new ArrayList<>();
        List<@Nullable LocalDate> next = new ArrayList<>();
        planned.forEach((customer, plan) -> {
            Total total = Touched.of(totals, customer);
            customers.add(customer);
            counts.add(total.count());
            last.add(moment(total.last()));
            var step = Objects.requireNonNull(touched.steps().get(customer));
            next.add(step.after(plan.orElse(null), total, today));
        });
        write(DSL.select(
                        column("customer", CUSTOMER.ID, customers),
                        column("touches", CUSTOMER.TOUCHES, counts),
                        column("last", CUSTOMER.LAST_TOUCH_AT, last),
                        column("next", CUSTOMER.NEXT_FOLLOW_UP, next))
                .asTable("touched"));
    }

    private void write(Table<?> touched) {
        var last = Objects.requireNonNull(touched.field("last", OffsetDateTime.class));
        database.update(CUSTOMER)
                .set(CUSTOMER.TOUCHES, touched.field("touches", Integer.class))
                .set(CUSTOMER.LAST_TOUCH_AT, last)
                .set(CUSTOMER.UNTOUCHED_SINCE, stillUntouched(last))
                .set(CUSTOMER.NEXT_FOLLOW_UP, touched.field("next", LocalDate.class))
                .from(touched)
                .where(CUSTOMER.ID.eq(touched.field("customer", UUID.class)))
                .execute();
    }

    /** What was done before its owner had it leaves it as untouched as it was. */
    private static Field<OffsetDateTime> stillUntouched(Field<OffsetDateTime> last) {
        return DSL.when(last.isNull().or(CUSTOMER.UNTOUCHED_SINCE.gt(last)), CUSTOMER.UNTOUCHED_SINCE);
    }

    private static <T> Field<T> column(String name, Field<T> like, List<? extends @Nullable T> values) {
        var array = DSL.val(values.toArray(), like.getDataType().array());
        return DSL.function("unnest", like.getDataType(), array).as(name);
    }

    /** When each of those that are there is to be followed up; nobody else touches them until the transaction ends. */
    private Map<UUID, Optional<LocalDate>> lock(Collection<UUID> customers) {
        var planned = new LinkedHashMap<UUID, Optional<LocalDate>>();
        database.select(CUSTOMER.ID, CUSTOMER.NEXT_FOLLOW_UP)
                .from(CUSTOMER)
                .where(CUSTOMER.ID.in(customers))
                .orderBy(CUSTOMER.ID)
                .forNoKeyUpdate()
                .forEach(row -> planned.put(row.value1(), Optional.ofNullable(row.value2())));
        return planned;
    }

    private static @Nullable OffsetDateTime moment(@Nullable Instant instant) {
        return instant == null ? null : OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
