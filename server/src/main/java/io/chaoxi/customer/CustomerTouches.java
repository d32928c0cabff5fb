package io.chaoxi.customer;

import static chaoxi.tables.Tables.CUSTOMER;

import io.chaoxi.platform.record.Touched;
import io.chaoxi.platform.record.Touched.Step;
import io.chaoxi.platform.record.Touched.Total;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps of each customer how often and when it was last dealt with, and when it is to be followed up. It is not an edit:
 * no version, no line in the history, so that nobody's open form is stale because a colleague telephoned.
 */
@Component
class CustomerTouches {
    private final DSLContext database;

    CustomerTouches(DSLContext database) {
        this.database = database;
    }

    @EventListener
    void on(Touched touched) {
        if (!touched.object().equals("customer") || touched.records().isEmpty()) return;
        var customers = lock(touched);
        var totals = touched.totals().get();
        var found = customers.stream().map(one -> Touched.of(totals, one)).toList();
        var total = DSL.select(
                        column("customer", CUSTOMER.ID, customers),
                        column(
                                "touches",
                                CUSTOMER.TOUCHES,
                                found.stream().map(Total::count).toList()),
                        column(
                                "last",
                                CUSTOMER.LAST_TOUCH_AT,
                                found.stream().map(one -> moment(one.last())).toList()))
                .asTable("total");
        var update = database.update(CUSTOMER)
                .set(CUSTOMER.TOUCHES, total.field("touches", Integer.class))
                .set(CUSTOMER.LAST_TOUCH_AT, total.field("last", OffsetDateTime.class));
        Step step = touched.step();
        if (step != null) update = update.set(CUSTOMER.NEXT_FOLLOW_UP, next(step));
        update.from(total)
                .where(CUSTOMER.ID.eq(total.field("customer", UUID.class)))
                .execute();
    }

    private static <T> Field<T> column(String name, Field<T> like, List<? extends @Nullable T> values) {
        var array = DSL.val(values.toArray(), like.getDataType().array());
        return DSL.function("unnest", like.getDataType(), array).as(name);
    }

    private List<UUID> lock(Touched touched) {
        return database.select(CUSTOMER.ID)
                .from(CUSTOMER)
                .where(CUSTOMER.ID.in(touched.records()))
                .orderBy(CUSTOMER.ID)
                .forNoKeyUpdate()
                .fetch(CUSTOMER.ID);
    }

    /** What was due by then is done, and a later date stays unless another one was agreed on. */
    private static Field<LocalDate> next(Step step) {
        if (step.next() != null) return DSL.val(step.next());
        return DSL.when(CUSTOMER.NEXT_FOLLOW_UP.gt(step.day()), CUSTOMER.NEXT_FOLLOW_UP);
    }

    private static @Nullable OffsetDateTime moment(@Nullable Instant instant) {
        return instant == null ? null : OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
