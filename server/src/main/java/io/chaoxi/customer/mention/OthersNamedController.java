package io.chaoxi.customer.mention;

import io.chaoxi.platform.Ids;
import io.chaoxi.platform.problem.Input;
import io.chaoxi.platform.problem.Shaped;
import io.chaoxi.platform.rights.Needs;
import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Asked before a text about a customer is sent. */
@RestController
class OthersNamedController {
    private static final int LONGEST = 5_000;

    private final OthersNamed named;

    OthersNamedController(OthersNamed named) {
        this.named = named;
    }

    /** To or about which record, {@code customer} or {@code contact}, and what it says. */
    record Text(String object, String record, String text) {}

    @PostMapping("/api/v1/privacy/others-named")
    @Needs({"customer.read", "contact.read"})
    OthersNamed.Found in(@RequestBody @Shaped(Text.class) JsonNode body) {
        var input = Input.of(body, Text.class);
        String object = input.word("object", List.of("customer", "contact"), "");
        String record = input.text("record", 60, "");
        String text = input.lines("text", LONGEST);
        input.check();
        return named.in(object, Ids.known(record), text);
    }
}
