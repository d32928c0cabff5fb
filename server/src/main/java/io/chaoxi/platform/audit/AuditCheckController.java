package io.chaoxi.platform.audit;

import io.chaoxi.platform.job.JobView;
import io.chaoxi.platform.job.Jobs;
import io.chaoxi.platform.rights.Needs;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Orders the comparison of the access log with its seals. */
@RestController
class AuditCheckController {
    private final Jobs jobs;

    AuditCheckController(Jobs jobs) {
        this.jobs = jobs;
    }

    @PostMapping("/api/v1/audit/check")
    @Needs("audit.read")
    @ResponseStatus(HttpStatus.ACCEPTED)
    JobView check() {
        return jobs.get(jobs.start(AuditCheckJob.KIND, null, Map.of()));
    }
}
