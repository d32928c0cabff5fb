package io.chaoxi.lead;

import io.chaoxi.customer.Duplicate;
import io.chaoxi.platform.Ids;
import io.chaoxi.platform.problem.IfMatch;
import io.chaoxi.platform.problem.Input;
import io.chaoxi.platform.problem.Shaped;
import io.chaoxi.platform.rights.Needs;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What is done with a lead beyond the verbs of every record; each wants the version that was seen. */
@RestController
@RequestMapping("/api/v1/leads/{id}")
class LeadController {
    private static final int LONGEST_ID = 40;
    private static final int LONGEST_NOTE = 1_000;

    private final Leads leads;
    private final LeadMatches matches;

    LeadController(Leads leads, LeadMatches matches) {
        this.leads = leads;
        this.matches = matches;
    }

    /** Records that are the same as the lead or look like it; the surest first. */
    record Matches(List<Duplicate> items) {}

    @GetMapping("/matches")
    @Needs("lead.read")
    Matches matches(@PathVariable String id) {
        return new Matches(matches.of(Ids.known(id)));
    }

    /**
     * On each side {@code new}, the id of one that is there, or nothing; of new ones what the lead does not hand on, field →
     * value as for making one.
     */
    record Conversion(
            @Nullable String customer,
            @Nullable Map<String, @Nullable Object> customerValues,
            @Nullable String contact,
            @Nullable Map<String, @Nullable Object> contactValues) {}

    @PostMapping("/convert")
    @Needs("lead.update")
    ResponseEntity<Map<String, @Nullable Object>> convert(
            @PathVariable String id,
            @RequestBody @Shaped(Conversion.class) JsonNode body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        long version = IfMatch.version(ifMatch);
        var input = Input.of(body, Conversion.class);
        Target customer = target(input, body, "customer");
        Target contact = target(input, body, "contact");
        input.check();
        return answer(leads.convert(Ids.known(id), version, customer, contact));
    }

    private static Target target(Input input, JsonNode body, String object) {
        String text = input.optional(object, LONGEST_ID, null);
        String values = Target.valuesOf(object);
        return Target.of(object, text, input.isNothing(values) ? null : body.get(values));
    }

    /** The reason is an item of the dictionary {@code leadInvalidReason}. */
    record Invalidation(String reason, @Nullable String note) {}

    @PostMapping("/invalidate")
    @Needs("lead.update")
    ResponseEntity<Map<String, @Nullable Object>> invalidate(
            @PathVariable String id,
            @RequestBody @Shaped(Invalidation.class) JsonNode body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        long version = IfMatch.version(ifMatch);
        var input = Input.of(body, Invalidation.class);
        String reason = input.text("reason", LONGEST_ID, null);
        String note = input.optional("note", LONGEST_NOTE, null);
        input.check();
        return answer(leads.invalidate(Ids.known(id), version, reason, note));
    }

    @PostMapping("/reopen")
    @Needs("lead.update")
    ResponseEntity<Map<String, @Nullable Object>> reopen(
            @PathVariable String id, @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return answer(leads.reopen(Ids.known(id), IfMatch.version(ifMatch)));
    }

    private static ResponseEntity<Map<String, @Nullable Object>> answer(Map<String, @Nullable Object> row) {
        return ResponseEntity.ok().eTag(String.valueOf(row.get("version"))).body(row);
    }
}
