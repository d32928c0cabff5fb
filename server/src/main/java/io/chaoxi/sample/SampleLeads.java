package io.chaoxi.sample;

import io.chaoxi.activity.Activities;
import io.chaoxi.lead.LeadSamples;
import io.chaoxi.promise.PromiseSamples;
import io.chaoxi.task.TaskSamples;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Invented leads in every status: one of them became a sample customer, one turned out to be nothing. */
@Component
class SampleLeads {
    private static final String FILE = "/sample/leads.csv";
    private static final List<String> TEXTS = List.of(
            "name",
            "contactName",
            "jobTitle",
            "phone",
            "source",
            "campaign",
            "need",
            "region",
            "inquiryCompany",
            "inquiryUse",
            "inquirySpecification",
            "inquiryInsider",
            "status",
            "invalidReason",
            "invalidNote");
    private static final Duration SINCE = Duration.ofDays(20);

    private final SampleRecords records;
    private final LeadSamples leads;
    private final Activities activities;
    private final TaskSamples tasks;
    private final PromiseSamples promises;
    private final Clock clock;

    SampleLeads(
            SampleRecords records,
            LeadSamples leads,
            Activities activities,
            TaskSamples tasks,
            PromiseSamples promises,
            Clock clock) {
        this.records = records;
        this.leads = leads;
        this.activities = activities;
        this.tasks = tasks;
        this.promises = promises;
        this.clock = clock;
    }

    /** All of one owner; the one that is converted became this customer and contact. */
    void make(String tag, UUID owner, UUID customer, UUID contact) {
        var rows = records.lines(FILE).stream().map(this::lead).toList();
        for (var row : rows) {
            row.put("owner", owner);
            row.put("tags", List.of(tag));
            if (!"converted".equals(row.get("status"))) continue;
            row.put("convertedAt", clock.instant().minus(SINCE).truncatedTo(ChronoUnit.MICROS));
            row.put("convertedBy", owner);
            row.put("customer", customer);
            row.put("contact", contact);
        }
        leads.mark(records.create("lead", rows));
    }

    private Map<String, @Nullable Object> lead(String[] cells) {
        var values = new HashMap<String, @Nullable Object>();
        for (int i = 0; i < TEXTS.size(); i++) {
            if (!cells[i].isEmpty()) values.put(TEXTS.get(i), cells[i]);
        }
        values.putAll(leads.judged(answers(cells[TEXTS.size()])));
        return values;
    }

    /** Such as {@code need -budget}: names what he needs, has no budget. */
    private static Map<String, Boolean> answers(String cell) {
        return Arrays.stream(cell.split(" "))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toMap(word -> word.replace("-", ""), word -> !word.startsWith("-")));
    }

    List<UUID> inUse(Collection<UUID> customers) {
        return leads.inUse(customers);
    }

    /** All but those with which the firm did something of its own. */
    int remove() {
        leads.keep(activities.leadsInUse(leads.sample()));
        leads.keep(tasks.leadsInUse(leads.sample()));
        leads.keep(promises.leadsInUse(leads.sample()));
        return leads.remove();
    }
}
