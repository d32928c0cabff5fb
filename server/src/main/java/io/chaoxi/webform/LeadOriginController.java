package io.chaoxi.webform;

import io.chaoxi.platform.Ids;
import io.chaoxi.platform.rights.Needs;
import io.chaoxi.webform.SubmissionSql.Origin;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** By which forms a lead came, and the proof of what was agreed to. */
@RestController
class LeadOriginController {
    private final LeadOrigins origins;

    LeadOriginController(LeadOrigins origins) {
        this.origins = origins;
    }

    record Items(List<Origin> items) {}

    @GetMapping("/api/v1/leads/{id}/submissions")
    @Needs("lead.read")
    Items of(@PathVariable String id) {
        return new Items(origins.of(Ids.known(id)));
    }
}
