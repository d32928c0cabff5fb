package io.chaoxi.sample;

import io.chaoxi.platform.rights.Acting;
import io.chaoxi.visit.VisitSamples;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Invented visits: of today, of the week, one that was missed and some that took place. */
@Component
class SampleVisits implements SampleWork {
    private static final String FILE = "/sample/visits.csv";

    private final SampleRecords records;
    private final VisitSamples visits;
    private final Clock clock;

    SampleVisits(SampleRecords records, VisitSamples visits, Clock clock) {
        this.records = records;
        this.visits = visits;
        this.clock = clock;
    }

    /** To one each of the first customers and its first contact. */
    @Override
    public void make(UUID owner, List<UUID> customers, List<UUID> contacts) {
        var lines = records.lines(FILE);
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            var row = visit(lines.get(i), owner);
            row.put("customer", customers.get(i));
            row.put("contact", contacts.get(i));
            rows.add(row);
        }
        visits.mark(records.create("visit", rows));
    }

    private Map<String, @Nullable Object> visit(String[] cells, UUID owner) {
        var values = new HashMap<String, @Nullable Object>();
        LocalDate day =
                LocalDate.ofInstant(clock.instant(), Acting.current().zone()).plusDays(Integer.parseInt(cells[1]));
        values.put("goal", cells[0]);
        values.put("owner", owner);
        values.put("plannedOn", day);
        if (!cells[2].isEmpty()) values.put("fromTime", cells[2]);
        values.put("manner", cells[3]);
        values.put("status", cells[4]);
        if ("done".equals(cells[4])) {
            Instant began = clock.instant()
                    .minus(Duration.ofDays(-Long.parseLong(cells[1])))
                    .truncatedTo(ChronoUnit.MICROS);
            values.put("checkedInAt", began);
            values.put("checkedOutAt", began.plus(Duration.ofMinutes(40)));
            values.put("result", cells[5]);
        }
        return values;
    }

    @Override
    public List<UUID> inUse(Collection<UUID> customers) {
        return visits.inUse(customers);
    }

    @Override
    public int remove() {
        return visits.remove();
    }
}
