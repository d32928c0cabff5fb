package io.chaoxi.sample;

import io.chaoxi.platform.rights.Acting;
import io.chaoxi.promise.PromiseSamples;
import java.time.Clock;
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

/** Invented promises: two to be kept, one that was kept and one that was not. */
@Component
class SamplePromises implements SampleWork {
    private static final String FILE = "/sample/promises.csv";
    private static final List<String> TEXTS = List.of("subject", "source", "", "dueTime", "status", "details", "proof");
    private static final int DAYS = 2;

    private final SampleRecords records;
    private final PromiseSamples promises;
    private final Clock clock;

    SamplePromises(SampleRecords records, PromiseSamples promises, Clock clock) {
        this.records = records;
        this.promises = promises;
        this.clock = clock;
    }

    /** One to each of the first customers. */
    @Override
    public void make(UUID owner, List<UUID> customers, List<UUID> contacts) {
        var lines = records.lines(FILE);
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            var row = promise(lines.get(i), owner);
            row.put("customer", customers.get(i % customers.size()));
            rows.add(row);
        }
        promises.mark(records.create("promise", rows));
    }

    private Map<String, @Nullable Object> promise(String[] cells, UUID owner) {
        var values = new HashMap<String, @Nullable Object>();
        for (int i = 0; i < TEXTS.size(); i++) {
            if (!TEXTS.get(i).isEmpty() && !cells[i].isEmpty()) values.put(TEXTS.get(i), cells[i]);
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), Acting.current().zone());
        int days = Integer.parseInt(cells[DAYS]);
        values.put("owner", owner);
        values.put("dueOn", today.plusDays(days));
        if ("kept".equals(values.get("status"))) {
            var at = clock.instant().minus(1L - days, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MICROS);
            values.put("keptAt", at);
            values.put("keptBy", owner);
        }
        return values;
    }

    @Override
    public List<UUID> inUse(Collection<UUID> customers) {
        return promises.inUse(customers);
    }

    @Override
    public int remove() {
        return promises.remove();
    }
}
