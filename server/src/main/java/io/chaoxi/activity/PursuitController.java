package io.chaoxi.activity;

import io.chaoxi.platform.Ids;
import io.chaoxi.platform.problem.IfMatch;
import io.chaoxi.platform.problem.Shaped;
import io.chaoxi.platform.rights.Needs;
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

/** How far pursuits are, and what the firm holds usual. */
@RestController
@RequestMapping("/api/v1")
class PursuitController {
    private final Pursuits pursuits;

    PursuitController(Pursuits pursuits) {
        this.pursuits = pursuits;
    }

    @GetMapping("/customers/{id}/pursuit")
    @Needs("activity.read")
    Pursuits.Pursuit ofCustomer(@PathVariable String id) {
        return pursuits.of(With.CUSTOMER, Ids.known(id));
    }

    @GetMapping("/leads/{id}/pursuit")
    @Needs("activity.read")
    Pursuits.Pursuit ofLead(@PathVariable String id) {
        return pursuits.of(With.LEAD, Ids.known(id));
    }

    @GetMapping("/pursuit-rules")
    @Needs("activity.read")
    ResponseEntity<PursuitRule> rule() {
        return answer(pursuits.rule());
    }

    @PutMapping("/pursuit-rules")
    @Needs("settings.manage")
    ResponseEntity<PursuitRule> put(
            @RequestBody @Shaped(Pursuits.Body.class) JsonNode body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return answer(pursuits.put(IfMatch.version(ifMatch), body));
    }

    private static ResponseEntity<PursuitRule> answer(PursuitRule rule) {
        return ResponseEntity.ok().eTag(String.valueOf(rule.version())).body(rule);
    }
}
