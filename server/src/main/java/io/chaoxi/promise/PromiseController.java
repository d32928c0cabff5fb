package io.chaoxi.promise;

import io.chaoxi.platform.Ids;
import io.chaoxi.platform.problem.IfMatch;
import io.chaoxi.platform.problem.Input;
import io.chaoxi.platform.problem.Shaped;
import io.chaoxi.platform.rights.Needs;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What becomes of a promise, beyond the verbs of every record; each with the version that was seen. */
@RestController
@RequestMapping("/api/v1/promises/{id}")
class PromiseController {
    private static final int LONGEST_WORDS = 5_000;
    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_TIME = 5;

    private final Promises promises;
    private final Apologies apologies;

    PromiseController(Promises promises, Apologies apologies) {
        this.promises = promises;
        this.apologies = apologies;
    }

    /** Absent where a file that is attached proves it. */
    record Proof(@Nullable String proof) {}

    @PostMapping("/keep")
    @Needs("promise.update")
    ResponseEntity<Map<String, @Nullable Object>> keep(
            @PathVariable String id,
            @RequestBody @Shaped(Proof.class) JsonNode body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        long version = IfMatch.version(ifMatch);
        var input = Input.of(body, Proof.class);
        String proof = input.isNothing("proof") ? null : input.lines("proof", LONGEST_WORDS);
        input.check();
        return answer(promises.keep(Ids.known(id), version, proof));
    }

    record Reason(String reason) {}

    private static String reason(JsonNode body) {
        var input = Input.of(body, Reason.class);
        String reason = input.text("reason", LONGEST_REASON, null);
        input.check();
        return reason;
    }

    @PostMapping("/release")
    @Needs("promise.update")
    ResponseEntity<Map<String, @Nullable Object>> release(
            @PathVariable String id,
            @RequestBody @Shaped(Reason.class) JsonNode body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        long version = IfMatch.version(ifMatch);
        return answer(promises.release(Ids.known(id), version, reason(body)));
    }

    /** {@code dueTime} absent: the whole day. {@code agreed}: the customer said yes. */
    record Moving(
            LocalDate dueOn,
            @Nullable String dueTime,
            String reason,
            @Nullable Boolean agreed) {}

    @PostMapping("/postpone")
    @Needs("promise.update")
    ResponseEntity<Map<String, @Nullable Object>> postpone(
            @PathVariable String id,
            @RequestBody @Shaped(Moving.class) JsonNode body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        long version = IfMatch.version(ifMatch);
        var input = Input.of(body, Moving.class);
        var move = new Promises.Move(
                input.date("dueOn", null),
                input.optional("dueTime", LONGEST_TIME, null),
                input.text("reason", LONGEST_REASON, null),
                input.yesNo("agreed", false));
        input.check();
        return answer(promises.postpone(Ids.known(id), version, move));
    }

    @PostMapping("/reopen")
    @Needs("promise.update")
    ResponseEntity<Map<String, @Nullable Object>> reopen(
            @PathVariable String id, @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return answer(promises.reopen(Ids.known(id), IfMatch.version(ifMatch)));
    }

    @PostMapping("/strike")
    @Needs("promise.strike")
    ResponseEntity<Map<String, @Nullable Object>> strike(
            @PathVariable String id,
            @RequestBody @Shaped(Reason.class) JsonNode body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        long version = IfMatch.version(ifMatch);
        return answer(promises.strike(Ids.known(id), version, reason(body)));
    }

    private static ResponseEntity<Map<String, @Nullable Object>> answer(Map<String, @Nullable Object> promise) {
        return ResponseEntity.ok().eTag(String.valueOf(promise.get("version"))).body(promise);
    }

    @PostMapping("/apologize")
    @Needs("promise.update")
    ResponseEntity<Apologies.Apologized> apologize(
            @PathVariable String id,
            @RequestBody @Shaped(Apologies.Apology.class) JsonNode body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        long version = IfMatch.version(ifMatch);
        var input = Input.of(body, Apologies.Apology.class);
        String said = input.lines("said", LONGEST_WORDS);
        String offered = input.lines("offered", LONGEST_WORDS);
        var again = input.isNothing("again") ? null : again(input, body.path("again"));
        input.check();
        var apologized = apologies.apologize(Ids.known(id), version, new Apologies.Apology(said, offered, again));
        return ResponseEntity.ok()
                .eTag(String.valueOf(apologized.promise().get("version")))
                .body(apologized);
    }

    private static Apologies.Again again(Input whole, JsonNode body) {
        var input = Input.of(body, Apologies.Again.class);
        var again = new Apologies.Again(
                input.text("subject", LONGEST_SUBJECT, null),
                input.date("dueOn", null),
                input.optional("dueTime", LONGEST_TIME, null));
        whole.refuse("again", input);
        return again;
    }
}
