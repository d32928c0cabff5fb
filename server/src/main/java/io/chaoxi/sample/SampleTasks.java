package io.chaoxi.sample;

import io.chaoxi.platform.rights.Acting;
import io.chaoxi.task.TaskSamples;
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

/** Invented tasks: of today, overdue, repeating, and one that is done. */
@Component
class SampleTasks implements SampleWork {
    private static final String FILE = "/sample/tasks.csv";

    private final SampleRecords records;
    private final TaskSamples tasks;
    private final Clock clock;

    SampleTasks(SampleRecords records, TaskSamples tasks, Clock clock) {
        this.records = records;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** One about each of the first customers. */
    @Override
    public void make(UUID owner, List<UUID> customers, List<UUID> contacts) {
        var lines = records.lines(FILE);
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            var row = task(lines.get(i), owner);
            row.put("customer", customers.get(i % customers.size()));
            rows.add(row);
        }
        tasks.mark(records.create("task", rows));
    }

    private Map<String, @Nullable Object> task(String[] cells, UUID owner) {
        var values = new HashMap<String, @Nullable Object>();
        var texts = List.of("subject", "kind", "priority", "", "dueTime", "", "repeatUnit", "", "status", "goal");
        for (int i = 0; i < texts.size(); i++) {
            if (!texts.get(i).isEmpty() && !cells[i].isEmpty()) values.put(texts.get(i), cells[i]);
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), Acting.current().zone());
        values.put("owner", owner);
        values.put("dueOn", today.plusDays(Integer.parseInt(cells[3])));
        if (!cells[5].isEmpty()) values.put("remindBefore", Integer.valueOf(cells[5]));
        if (!cells[7].isEmpty()) values.put("workdaysOnly", true);
        if ("done".equals(cells[8])) {
            values.put("doneAt", clock.instant().minus(2, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MICROS));
            values.put("doneBy", owner);
        }
        return values;
    }

    @Override
    public List<UUID> inUse(Collection<UUID> customers) {
        return tasks.inUse(customers);
    }

    @Override
    public int remove() {
        return tasks.remove();
    }
}
