package io.chaoxi.lead;

import io.chaoxi.platform.Ids;
import io.chaoxi.platform.problem.IfMatch;
import io.chaoxi.platform.problem.Shaped;
import io.chaoxi.platform.rights.Needs;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The firm's criteria for leads, and the answers for one lead. */
@RestController
@RequestMapping("/api/v1")
class QualificationController {
    private final Criteria criteria;
    private final Qualifications qualifications;

    QualificationController(Criteria criteria, Qualifications qualifications) {
        this.criteria = criteria;
        this.qualifications = qualifications;
    }

    /** From {@code threshold} points on a lead is qualified. */
    record All(long version, int threshold, List<Criterion> items) {}

    @GetMapping("/lead-qualification")
    @Needs("lead.read")
    ResponseEntity<All> all() {
        return answer(criteria.all());
    }

    @PutMapping("/lead-qualification")
    @Needs("settings.manage")
    ResponseEntity<All> put(
            @RequestBody @Shaped(Criteria.Body.class) JsonNode body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return answer(criteria.put(IfMatch.version(ifMatch), body));
    }

    @GetMapping("/leads/{id}/qualification")
    @Needs("lead.read")
    ResponseEntity<Qualifications.Standing> of(@PathVariable String id) {
        return answer(qualifications.of(Ids.known(id)));
    }

    /** Absent answers stay, null takes one back. */
    @PutMapping("/leads/{id}/qualification")
    @Needs("lead.update")
    ResponseEntity<Qualifications.Standing> put(
            @PathVariable String id,
            @RequestBody @Shaped(Qualifications.Answers.class) JsonNode body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return answer(qualifications.answer(Ids.known(id), IfMatch.version(ifMatch), body));
    }

    private static ResponseEntity<All> answer(QualificationSql.Stored stored) {
        return ResponseEntity.ok()
                .eTag(String.valueOf(stored.version()))
                .body(new All(stored.version(), stored.threshold(), stored.criteria()));
    }

    private static ResponseEntity<Qualifications.Standing> answer(Qualifications.Standing standing) {
        return ResponseEntity.ok().eTag(String.valueOf(standing.version())).body(standing);
    }
}
