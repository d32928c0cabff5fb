package io.chaoxi.promise;

import io.chaoxi.platform.Ids;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.rights.Needs;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was promised to a record, and who keeps his word. */
@RestController
@RequestMapping("/api/v1")
class PromiseReadingController {
    private final PromiseBlocks blocks;
    private final Scores scores;

    PromiseReadingController(PromiseBlocks blocks, Scores scores) {
        this.blocks = blocks;
        this.scores = scores;
    }

    /** Of the last 30, 90 or 365 days. */
    @GetMapping("/promises/score")
    @Needs("promise.read")
    Score score(@RequestParam(defaultValue = "90") int days) {
        if (!Scores.PERIODS.contains(days)) throw Refusal.malformed("scorePeriod", Map.of("days", "30, 90, 365"));
        return scores.of(days);
    }

    @GetMapping("/customers/{id}/promises")
    @Needs("promise.read")
    PromiseBlocks.Block ofCustomer(@PathVariable String id) {
        return blocks.of("customer", Ids.known(id));
    }

    @GetMapping("/contacts/{id}/promises")
    @Needs("promise.read")
    PromiseBlocks.Block ofContact(@PathVariable String id) {
        return blocks.of("contact", Ids.known(id));
    }

    @GetMapping("/leads/{id}/promises")
    @Needs("promise.read")
    PromiseBlocks.Block ofLead(@PathVariable String id) {
        return blocks.of("lead", Ids.known(id));
    }
}
