package io.chaoxi.cadence;

import io.chaoxi.platform.Ids;
import io.chaoxi.platform.database.DatabaseTime;
import io.chaoxi.platform.problem.IfMatch;
import io.chaoxi.platform.problem.Input;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.problem.Shaped;
import io.chaoxi.platform.rights.Needs;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Rhythms of a firm, and what they bring to a customer. */
@RestController
@RequestMapping("/api/v1")
class CadenceController {
    private static final int LONGEST_ID = 100;
    /** All customers are looked at, and perhaps none of them was read before. */
    private static final Duration LONGEST_TRIAL = Duration.ofSeconds(30);

    private final Cadences cadences;
    private final CadenceTrial trial;
    private final CadenceBlocks blocks;

    CadenceController(Cadences cadences, CadenceTrial trial, CadenceBlocks blocks) {
        this.cadences = cadences;
        this.trial = trial;
        this.blocks = blocks;
    }

    /** Of the whole firm, in the order in which they were made. */
    record All(List<Cadences.Shown> items) {}

    @GetMapping("/cadences")
    @Needs(Cadences.RIGHT)
    All all() {
        return new All(cadences.all());
    }

    @PostMapping("/cadences")
    @Needs(Cadences.RIGHT)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Cadences.Shown> add(@RequestBody @Shaped(CadenceTerms.Body.class) JsonNode body) {
        return answer(HttpStatus.CREATED, cadences.add(body));
    }

    @PutMapping("/cadences/{id}")
    @Needs(Cadences.RIGHT)
    ResponseEntity<Cadences.Shown> change(
            @PathVariable String id,
            @RequestBody @Shaped(CadenceTerms.Body.class) JsonNode body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return answer(HttpStatus.OK, cadences.change(Ids.known(id), IfMatch.version(ifMatch), body));
    }

    @DeleteMapping("/cadences/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs(Cadences.RIGHT)
    void delete(@PathVariable String id) {
        cadences.delete(Ids.known(id));
    }

    /** Changes nothing. */
    @PostMapping("/cadences/trial")
    @Needs(Cadences.RIGHT)
    CadenceTrial.Answer trial(@RequestBody @Shaped(CadenceTrial.Body.class) JsonNode body) {
        var input = Input.of(body, CadenceTrial.Body.class);
        String id = input.optional("id", LONGEST_ID, null);
        input.check();
        JsonNode cadence = body.path("cadence");
        if (!cadence.isObject()) throw Refusal.field("cadence", "notAnObject");
        DatabaseTime.allow(LONGEST_TRIAL);
        return trial.of(cadence, id);
    }

    /** What is due with a customer. */
    record OfCustomer(List<CadenceBlocks.Due> items) {}

    @GetMapping("/customers/{id}/cadences")
    @Needs("customer.read")
    OfCustomer ofCustomer(@PathVariable String id) {
        return new OfCustomer(blocks.of(Ids.known(id)));
    }

    private static ResponseEntity<Cadences.Shown> answer(HttpStatus status, Cadences.Shown shown) {
        return ResponseEntity.status(status)
                .eTag(String.valueOf(shown.version()))
                .body(shown);
    }
}
