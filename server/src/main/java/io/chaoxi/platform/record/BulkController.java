package io.chaoxi.platform.record;

import io.chaoxi.platform.job.JobView;
import io.chaoxi.platform.problem.Shaped;
import io.chaoxi.platform.rights.Needs;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** One change for many records, as long work. */
@RestController
class BulkController {
    private final Catalogues catalogues;
    private final BulkChange bulk;
    private final Idempotency idempotency;

    BulkController(Catalogues catalogues, BulkChange bulk, Idempotency idempotency) {
        this.catalogues = catalogues;
        this.bulk = bulk;
        this.idempotency = idempotency;
    }

    @PostMapping("/api/v1/{path:[a-z][a-z-]*}/bulk")
    @Needs("bulk.run")
    @ResponseStatus(HttpStatus.ACCEPTED)
    JobView start(
            @PathVariable String path,
            @RequestBody @Shaped(BulkChange.Body.class) JsonNode body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        return idempotency.job(key, path + body, () -> bulk.start(catalogues.ofPath(path), body));
    }
}
