package io.chaoxi.notification;

import io.chaoxi.platform.Labels;
import io.chaoxi.platform.job.JobProgressed;
import io.chaoxi.platform.job.JobView;
import io.chaoxi.platform.job.Jobs;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.rights.Actor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Tells whoever started a job that it ended, and the others what it gave them. Who cancelled knows already. */
@Component
class JobListener {
    private static final Map<String, String> PAGES = Map.of(
            "import",
            "/imports",
            "export",
            "/downloads",
            "personalExport",
            "/downloads",
            "likelyPairs",
            "/customers/pairs",
            "likelyContacts",
            "/customers/pairs?object=contact");
    private static final List<String> COUNTED =
            List.of("created", "updated", "merged", "skipped", "done", "rows", "pairs", "removed", "refused");
    /** A search that found nothing says so. */
    private static final String TOLD = "pairs";

    private final Delivery delivery;
    private final Readers readers;
    private final Jobs jobs;
    private final Notifications notifications;
    private final AssignmentListener assignments;
    private final Labels labels;

    JobListener(
            Delivery delivery,
            Readers readers,
            Jobs jobs,
            Notifications notifications,
            AssignmentListener assignments,
            Labels labels) {
        this.delivery = delivery;
        this.readers = readers;
        this.jobs = jobs;
        this.notifications = notifications;
        this.assignments = assignments;
        this.labels = labels;
    }

    @Async
    @TransactionalEventListener(condition = "#event.ended()")
    void on(JobProgressed event) {
        delivery.forFirm(event.tenant(), () -> {
            if (!"cancelled".equals(event.state())) {
                readers.of(event.tenant(), event.person()).ifPresent(maker -> tell(maker, event));
            }
            assignments.tellOfJob(event.tenant(), event.job(), event.person());
        });
    }

    private void tell(Actor maker, JobProgressed event) {
        JobView job = Acting.as(maker, () -> jobs.get(event.job()));
        String key = "done".equals(event.state()) ? "jobDone" : "jobFailed";
        notifications.tell(
                maker.person(),
                new Notice(
                        "jobDone",
                        readers.sentence(maker, key, Map.of("job", job.label())),
                        outcome(maker, job),
                        PAGES.getOrDefault(job.kind(), "/jobs"),
                        "job/" + job.id()));
    }

    /** The counts of the result in words, or why there is none. */
    private @Nullable String outcome(Actor maker, JobView job) {
        if (job.problem() != null) return String.valueOf(job.problem().get("detail"));
        if (!(job.result() instanceof Map<?, ?> result)) return null;
        String text = COUNTED.stream()
                .filter(key -> result.get(key) instanceof Number number && (number.longValue() > 0 || TOLD.equals(key)))
                .map(key -> counted(maker, key, String.valueOf(result.get(key))))
                .collect(Collectors.joining(" · "));
        return text.isEmpty() ? null : text;
    }

    private String counted(Actor maker, String key, String number) {
        String count = String.format(Locale.ROOT, "%,d", Long.valueOf(number));
        return labels.of("notification", "result." + key).in(maker.locale(), Map.of("count", count));
    }
}
