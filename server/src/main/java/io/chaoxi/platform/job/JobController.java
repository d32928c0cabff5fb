package io.chaoxi.platform.job;

import io.chaoxi.platform.Ids;
import io.chaoxi.platform.rights.Needs;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own long work. */
@RestController
@RequestMapping("/api/v1/jobs")
@Needs(Needs.SIGNED_IN)
class JobController {
    private static final int PAGE = 100;

    private final Jobs jobs;

    JobController(Jobs jobs) {
        this.jobs = jobs;
    }

    /** The newest jobs. */
    record JobList(List<JobView> items) {}

    @GetMapping
    JobList list(@RequestParam(defaultValue = "false") boolean open) {
        return new JobList(jobs.list(open, null));
    }

    @GetMapping("/{id}")
    JobView get(@PathVariable String id) {
        return jobs.get(Ids.known(id));
    }

    @PostMapping("/{id}/cancel")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@PathVariable String id) {
        jobs.cancel(Ids.known(id));
    }

    @PostMapping("/{id}/undo")
    @ResponseStatus(HttpStatus.ACCEPTED)
    JobView undo(@PathVariable String id) {
        return jobs.undo(Ids.known(id));
    }

    /** Rows of a job and the number of the last one when there are more. */
    record JobRows(
            List<Map<String, @Nullable Object>> items,
            @Nullable Long next) {}

    @GetMapping("/{id}/rows")
    JobRows rows(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(defaultValue = "0") long after) {
        var rows = jobs.rows(Ids.known(id), state, after, PAGE + 1);
        boolean more = rows.size() > PAGE;
        var shown = more ? rows.subList(0, PAGE) : rows;
        return new JobRows(shown, more ? (Long) shown.getLast().get("row") : null);
    }
}
