package io.chaoxi.sample;

import io.chaoxi.activity.Activities;
import io.chaoxi.customer.Customers;
import io.chaoxi.dictionary.Tags;
import io.chaoxi.identity.FirmFounded;
import io.chaoxi.identity.firm.Firms;
import io.chaoxi.platform.CrmSettings;
import io.chaoxi.platform.job.JobKind;
import io.chaoxi.platform.job.JobRun;
import io.chaoxi.platform.rights.Acting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;

/**
 * Invented leads, and customers with their contacts, for a firm that wants to look around, loaded when {@code CRM_SAMPLE}
 * is true and taken away whole by the job {@code removeSample}.
 */
@Service
class SampleData implements JobKind {
    private static final String FILE = "/sample/customers.csv";
    private static final String TAG = "示例";
    private static final String PAST = "/sample/activities.csv";
    /** One in so many customers is nobody's yet. */
    private static final int UNOWNED = 5;
    /** Which of them was a lead before. */
    private static final int CONVERTED = 1;

    private final CrmSettings settings;
    private final SampleRecords records;
    private final Customers customers;
    private final Activities activities;
    private final SampleLeads leads;
    private final List<SampleWork> work;
    private final Firms firms;
    private final Tags tags;
    private final Clock clock;

    SampleData(
            CrmSettings settings,
            SampleRecords records,
            Customers customers,
            Activities activities,
            SampleLeads leads,
            List<SampleWork> work,
            Firms firms,
            Tags tags,
            Clock clock) {
        this.settings = settings;
        this.records = records;
        this.customers = customers;
        this.activities = activities;
        this.leads = leads;
        this.work = work;
        this.firms = firms;
        this.tags = tags;
        this.clock = clock;
    }

    /** After the dictionaries are there, whose items the samples carry. */
    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void on(FirmFounded founded) {
        if (!settings.sample()) return;
        List<String[]> lines = records.lines(FILE);
        String tag = tags.add(TAG, "gray").toString();
        List<Map<String, @Nullable Object>> samples = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            var sample = customer(lines.get(i), tag);
            sample.put("owner", i % UNOWNED == 0 ? null : founded.administrator());
            samples.add(sample);
        }
        var ids = records.create("customer", samples);
        List<Map<String, @Nullable Object>> contacts = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) contacts.add(contact(lines.get(i), ids.get(i), tag));
        customers.markSample(ids);
        var people = records.create("contact", contacts);
        customers.markSample(people);
        leads.make(tag, founded.administrator(), ids.get(CONVERTED), people.get(CONVERTED));
        activities.markSample(records.create("activity", past(ids, founded.administrator())));
        work.forEach(each -> each.make(founded.administrator(), ids, people));
        firms.markSample(true);
    }

    /** What was done with those that are somebody's: once with each, twice with every other. */
    private List<Map<String, @Nullable Object>> past(List<UUID> customers, UUID owner) {
        List<String[]> lines = records.lines(PAST);
        List<Map<String, @Nullable Object>> past = new ArrayList<>();
        for (int i = 0; i < customers.size(); i++) {
            if (i % UNOWNED == 0) continue;
            if (i % 2 == 0) past.add(activity(lines.get((i + 3) % lines.size()), customers.get(i), 30 + i));
            past.add(activity(lines.get(i % lines.size()), customers.get(i), i % 6));
        }
        past.forEach(one -> one.put("owner", owner));
        return past;
    }

    private Map<String, @Nullable Object> activity(String[] cells, UUID customer, int daysAgo) {
        var values = new HashMap<String, @Nullable Object>();
        Instant at = clock.instant().minus(Duration.ofDays(daysAgo));
        values.put("customer", customer);
        values.put("kind", cells[0]);
        values.put("outcome", cells[1]);
        values.put("content", cells[2]);
        values.put("at", at);
        LocalDate day = LocalDate.ofInstant(at, Acting.current().zone());
        if (!cells[3].isEmpty()) values.put("nextFollowUp", day.plusDays(Integer.parseInt(cells[3])));
        return values;
    }

    private static Map<String, @Nullable Object> customer(String[] cells, String tag) {
        var values = new HashMap<String, @Nullable Object>();
        String[] names = {"name", "shortName", "industry", "region", "relation", "importance", "loyalty", "grade"};
        for (int i = 0; i < names.length; i++) values.put(names[i], cells[i]);
        values.put("potential", cells[12]);
        values.put("behaviour", cells[13]);
        values.put("tags", List.of(tag));
        values.put("phone", cells[11].isEmpty() ? null : cells[11]);
        return values;
    }

    private static Map<String, @Nullable Object> contact(String[] cells, UUID customer, String tag) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("name", cells[8]);
        values.put("jobTitle", cells[9]);
        values.put("departmentLine", cells[10]);
        values.put("customer", customer);
        values.put("primaryContact", true);
        values.put("tags", List.of(tag));
        return values;
    }

    @Override
    public String kind() {
        return "removeSample";
    }

    @Override
    public Map<String, @Nullable Object> run(JobRun run) {
        return run.step(() -> {
            int removed = work.stream().mapToInt(SampleWork::remove).sum() + activities.removeSample() + leads.remove();
            customers.keep(activities.inUse(customers.sample()));
            customers.keep(leads.inUse(customers.sample()));
            work.forEach(each -> customers.keep(each.inUse(customers.sample())));
            removed += customers.removeSample();
            Map<String, @Nullable Object> result = Map.of("removed", removed);
            tags.deleteUnused(TAG);
            firms.markSample(false);
            run.reached(removed, (long) removed, null);
            run.finished(result);
            return result;
        });
    }
}
