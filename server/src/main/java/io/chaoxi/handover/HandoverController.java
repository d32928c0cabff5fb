package io.chaoxi.handover;

import io.chaoxi.platform.Ids;
import io.chaoxi.platform.job.JobView;
import io.chaoxi.platform.problem.Input;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.problem.Shaped;
import io.chaoxi.platform.rights.Needs;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What a person holds, and giving it to others when he leaves. */
@RestController
@RequestMapping("/api/v1/people/{id}")
class HandoverController {
    private static final int MOST_PARTS = 20;
    private static final int LONGEST_REASON = 200;

    private final Handovers handovers;

    HandoverController(Handovers handovers) {
        this.handovers = handovers;
    }

    record Holdings(List<Handovers.Holding> items) {}

    /** The reason is written where records go back to the pools. */
    record Body(List<Handovers.Part> parts, String reason) {}

    record Started(List<JobView> jobs) {}

    @GetMapping("/holdings")
    @Needs("bulk.run")
    Holdings holdings(@PathVariable String id) {
        return new Holdings(handovers.of(Ids.known(id)));
    }

    @PostMapping("/handover")
    @Needs("bulk.run")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Started handover(@PathVariable String id, @RequestBody @Shaped(Body.class) JsonNode body) {
        UUID person = Ids.known(id);
        var input = Input.of(body, Body.class);
        String reason = input.text("reason", LONGEST_REASON, null);
        input.check();
        return new Started(handovers.start(person, parts(body.path("parts")), reason));
    }

    private static List<Handovers.Part> parts(JsonNode given) {
        if (!given.isArray() || given.isEmpty() || given.size() > MOST_PARTS) throw Refusal.field("parts", "notBlank");
        var parts = new ArrayList<Handovers.Part>();
        for (JsonNode part : given) {
            var owners = new ArrayList<UUID>();
            for (JsonNode owner : part.path("owners")) {
                owners.add(Ids.read(owner.asString(""))
                        .orElseThrow(() -> Refusal.field("parts[" + parts.size() + "].owners", "notAnId")));
            }
            String by = part.path("by").isString() ? part.path("by").stringValue() : null;
            boolean release = part.path("release").asBoolean(false);
            parts.add(new Handovers.Part(part.path("object").asString(""), owners, by, release));
        }
        return parts;
    }
}
