package io.chaoxi.platform.record;

import io.chaoxi.platform.job.JobView;
import io.chaoxi.platform.job.Jobs;
import io.chaoxi.platform.problem.Shaped;
import io.chaoxi.platform.rights.Needs;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** One change for many records, as long work. */
@RestController
class BulkController {
    private final Catalogues catalogues;
    private final BulkChange bulk;
    private final Jobs jobs;

    BulkController(Catalogues catalogues, BulkChange bulk, Jobs jobs) {
        this.catalogues = catalogues;
        this.bulk = bulk;
        this.jobs = jobs;
    }

    @PostMapping("/api/v1/{path:[a-z][a-z-]*}/bulk")
    @Needs("bulk.run")
    @ResponseStatus(HttpStatus.ACCEPTED)
    JobView start(@PathVariable String path, @RequestBody @Shaped(BulkChange.Body.class) JsonNode body) {
        return jobs.get(bulk.start(catalogues.ofPath(path), body));
    }
}
