package io.chaoxi.privacy;

import io.chaoxi.identity.confirm.Confirmations;
import io.chaoxi.identity.confirm.Sensitive;
import io.chaoxi.platform.job.JobView;
import io.chaoxi.platform.job.Jobs;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.Catalogue;
import io.chaoxi.platform.record.RecordQuery;
import io.chaoxi.platform.record.RecordReading;
import io.chaoxi.platform.record.SeenPeople;
import io.chaoxi.platform.record.SeenPeople.Asked;
import io.chaoxi.platform.record.SeenPeople.Seen;
import io.chaoxi.platform.rights.AccessLog;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whose data was seen or taken out by somebody, through a token, from an address or in a time, for the day on which they
 * have to be told (PIPL art. 57). Every look at the list is noted in the access log.
 */
@Service
class Affected {
    private static final Duration LONGEST = Duration.ofDays(366);
    private static final List<String> REACHED = List.of("name", "customer", "phone", "telephone", "email", "wechat");

    private final PersonalData personal;
    private final SeenPeople seen;
    private final RecordReading reading;
    private final Confirmations confirmations;
    private final Jobs jobs;
    private final AccessLog accessLog;

    Affected(
            PersonalData personal,
            SeenPeople seen,
            RecordReading reading,
            Confirmations confirmations,
            Jobs jobs,
            AccessLog accessLog) {
        this.personal = personal;
        this.seen = seen;
        this.reading = reading;
        this.confirmations = confirmations;
        this.jobs = jobs;
        this.accessLog = accessLog;
    }

    /**
     * Somebody who was affected.
     *
     * @param row what he is called and how he is reached, as far as one may read it; null when he is erased or out of reach
     */
    record Person(Seen seen, @Nullable Map<String, @Nullable Object> row) {}

    /**
     * A page; with the first how many there are in all, and how many exports of the time left unknown whom they held.
     */
    record Page(
            List<Person> people,
            @Nullable UUID next,
            @Nullable Integer count,
            @Nullable Integer unknownExports) {}

    /** 422 for a time of more than a year, or one that ends before it begins. */
    @Transactional
    public Page list(String object, Asked asked, @Nullable UUID after, int limit) {
        var catalogue = open(object, asked);
        note("affectedListed", object, asked, null);
        var found = seen.of(object, asked, after, limit + 1);
        boolean more = found.size() > limit;
        var shown = more ? found.subList(0, limit) : found;
        return new Page(
                people(catalogue, shown),
                more ? shown.getLast().id() : null,
                after == null ? seen.count(object, asked) : null,
                after == null ? seen.unknownExports(object, asked) : null);
    }

    /** Queues the same as a sheet; needs the right to export and a fresh proof. */
    @Transactional
    public JobView export(String object, Asked asked) {
        open(object, asked).actor().require(object + ".export");
        confirmations.require(Sensitive.PERSON_EXPORTED);
        return jobs.get(jobs.start(AffectedJob.KIND, object, asked));
    }

    Catalogue open(String object, Asked asked) {
        var catalogue = personal.open(object);
        if (!catalogue.type().personal()) throw Refusal.notFound();
        catalogue.actor().require(object + ".read");
        if (asked.to().isBefore(asked.from())) throw Refusal.field("to", "endBeforeBegin");
        if (Duration.between(asked.from(), asked.to()).compareTo(LONGEST) > 0) throw Refusal.field("to", "spanTooLong");
        return catalogue;
    }

    /** Of a sheet with the job that wrote it. */
    void note(String action, String object, Asked asked, @Nullable UUID job) {
        var detail = new HashMap<String, Object>(Map.of("span", asked.from() + " – " + asked.to()));
        if (asked.person() != null) detail.put("person", asked.person());
        if (asked.token() != null) detail.put("ofToken", asked.token());
        if (asked.address() != null) detail.put("ofAddress", asked.address());
        if (job != null) detail.put("job", job);
        accessLog.add(action, object, null, detail);
    }

    /** Two hundred at a time at most. */
    List<Person> people(Catalogue catalogue, List<Seen> found) {
        if (found.isEmpty()) return List.of();
        Set<UUID> ids = found.stream().map(Seen::id).collect(Collectors.toSet());
        var rows = new HashMap<String, Map<String, @Nullable Object>>();
        for (boolean binned : List.of(false, true)) {
            var fields = REACHED.stream()
                    .filter(name -> catalogue.visible(name).isPresent())
                    .toList();
            var query = new RecordQuery("", "", "", fields, RecordQuery.LARGEST_PAGE, null, binned, ids);
            reading.list(catalogue, query).items().forEach(row -> rows.put(String.valueOf(row.get("id")), row));
        }
        return found.stream()
                .map(one -> new Person(one, rows.get(one.id().toString())))
                .toList();
    }
}
