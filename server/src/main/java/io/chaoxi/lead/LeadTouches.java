package io.chaoxi.lead;

import static chaoxi.tables.Tables.LEAD;

import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.Returning;
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
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps of each lead how often and when it was last dealt with, and when it is to be followed up. It is not an edit, as of
 * a customer.
 */
@Component
class LeadTouches {
    private final DSLContext database;
    private final LeadSql leads;
    private final Clock clock;

    LeadTouches(DSLContext database, LeadSql leads, Clock clock) {
        this.database = database;
        this.leads = leads;
        this.clock = clock;
    }

    /** One that became a customer while something new was written down has handed over without it: 422. */
    @EventListener
    void on(Touched touched) {
        if (!touched.object().equals("lead") || touched.steps().isEmpty()) return;
        keep(touched, lock(touched.steps().keySet()));
        var fresh = touched.steps().entrySet().stream()
                .filter(step -> step.getValue().done() != null)
                .map(Map.Entry::getKey)
                .toList();
        if (!fresh.isEmpty() && leads.anyConverted(fresh)) throw Refusal.field("lead", "leadConverted");
    }

    private void keep(Touched touched, Map<UUID, Optional<LocalDate>> planned) {
        var totals = touched.totals().get();
        var today = LocalDate.ofInstant(clock.instant(), Acting.current().zone());
        List<UUID> records = new ArrayList<>();
        List<Integer> counts = new ArrayList<>();
        List<@Nullable OffsetDateTime> last = new ArrayList<>();
        List<@Nullable LocalDate> next = new ArrayList<>();
        planned.forEach((lead, plan) -> {
            Total total = Touched.of(totals, lead);
            records.add(lead);
            counts.add(total.count());
            last.add(Returning.moment(total.last()));
            next.add(Objects.requireNonNull(touched.steps().get(lead)).after(plan.orElse(null), total, today));
        });
        var sums = DSL.select(
                        Unnested.of("lead", LEAD.ID, records),
                        Unnested.of("touches", LEAD.TOUCHES, counts),
                        Unnested.of("last", LEAD.LAST_TOUCH_AT, last),
                        Unnested.of("next", LEAD.NEXT_FOLLOW_UP, next))
                .asTable("touched");
        database.update(LEAD)
                .set(LEAD.TOUCHES, sums.field("touches", Integer.class))
                .set(LEAD.LAST_TOUCH_AT, sums.field("last", OffsetDateTime.class))
                .set(LEAD.NEXT_FOLLOW_UP, sums.field("next", LocalDate.class))
                .from(sums)
                .where(LEAD.ID.eq(sums.field("lead", UUID.class)))
                .execute();
    }

    /** When each is to be followed up; nobody else touches them until the transaction ends. */
    private Map<UUID, Optional<LocalDate>> lock(Collection<UUID> records) {
        var planned = new LinkedHashMap<UUID, Optional<LocalDate>>();
        database.select(LEAD.ID, LEAD.NEXT_FOLLOW_UP)
                .from(LEAD)
                .where(LEAD.ID.in(records))
                .orderBy(LEAD.ID)
                .forNoKeyUpdate()
                .forEach(row -> planned.put(row.value1(), Optional.ofNullable(row.value2())));
        return planned;
    }
}
