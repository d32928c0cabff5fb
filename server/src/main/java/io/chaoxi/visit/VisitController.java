package io.chaoxi.visit;

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

/**
 * What is done with a visit beyond the verbs of every record, and visits of customers. Beginning and ending take no version:
 * a telephone without a network cannot know it; the key of the request keeps a second one from taking effect.
 */
@RestController
@RequestMapping("/api/v1")
class VisitController {
    private static final int LONGEST_RESULT = 20_000;
    private static final int LONGEST_REASON = 500;
    private static final int MOST_MET = 20;
    private static final int LONGEST_MOMENT = 40;

    private final Visits visits;
    private final VisitBlocks blocks;

    VisitController(Visits visits, VisitBlocks blocks) {
        this.visits = visits;
        this.blocks = blocks;
    }

    /** {@code at} as the telephone's clock says; absent for now. */
    record Arrival(@Nullable String at, @Nullable Place position) {}

    @PostMapping("/visits/{id}/check-in")
    @Needs("visit.update")
    ResponseEntity<Map<String, @Nullable Object>> checkIn(
            @PathVariable String id,
            @RequestBody @Shaped(Arrival.class) JsonNode body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        var input = Input.of(body, Arrival.class);
        var occasion = occasion(input, body, key);
        input.check();
        return answer(visits.checkIn(Ids.known(id), occasion));
    }

    private static Occasion occasion(Input input, JsonNode body, @Nullable String key) {
        String at = input.optional("at", LONGEST_MOMENT, null);
        var place = Place.of(input, body);
        return new Occasion(Occasion.moment(at), place, key);
    }

    /** {@code contacts}: whom one met. */
    record Departure(
            @Nullable String at,
            @Nullable Place position,
            @Nullable String result,
            @Nullable String nextFollowUp,
            @Nullable List<String> contacts) {}

    @PostMapping("/visits/{id}/check-out")
    @Needs("visit.update")
    ResponseEntity<Map<String, @Nullable Object>> checkOut(
            @PathVariable String id,
            @RequestBody @Shaped(Departure.class) JsonNode body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        var input = Input.of(body, Departure.class);
        var occasion = occasion(input, body, key);
        String result = input.isNothing("result") ? null : input.lines("result", LONGEST_RESULT);
        var next = input.isNothing("nextFollowUp") ? null : input.date("nextFollowUp", null);
        var contacts = input.ids("contacts", MOST_MET);
        input.check();
        return answer(visits.checkOut(Ids.known(id), occasion, new Outcome(result, next, contacts)));
    }

    record Cancelling(String reason) {}

    @PostMapping("/visits/{id}/cancel")
    @Needs("visit.update")
    ResponseEntity<Map<String, @Nullable Object>> cancel(
            @PathVariable String id,
            @RequestBody @Shaped(Cancelling.class) JsonNode body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        long version = IfMatch.version(ifMatch);
        var input = Input.of(body, Cancelling.class);
        String reason = input.text("reason", LONGEST_REASON, null);
        input.check();
        return answer(visits.cancel(Ids.known(id), version, reason));
    }

    private static ResponseEntity<Map<String, @Nullable Object>> answer(Map<String, @Nullable Object> visit) {
        return ResponseEntity.ok().eTag(String.valueOf(visit.get("version"))).body(visit);
    }

    @GetMapping("/visits/{id}/stay")
    @Needs("visit.read")
    VisitBlocks.Told stay(@PathVariable String id) {
        return blocks.stay(Ids.known(id));
    }

    @GetMapping("/customers/{id}/visits")
    @Needs("visit.read")
    VisitBlocks.Block ofCustomer(@PathVariable String id) {
        return blocks.of(Ids.known(id));
    }
}
