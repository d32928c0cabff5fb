package io.chaoxi.privacy;

import io.chaoxi.platform.Ids;
import io.chaoxi.platform.job.JobView;
import io.chaoxi.platform.problem.Input;
import io.chaoxi.platform.problem.Shaped;
import io.chaoxi.platform.rights.Needs;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What a natural person among the firm's records can ask for. Both are long work. */
@RestController
@RequestMapping("/api/v1/privacy/{object}/{id}")
@Needs(PersonalData.RIGHT)
class PrivacyController {
    private final PersonalData personal;

    PrivacyController(PersonalData personal) {
        this.personal = personal;
    }

    @PostMapping("/export")
    @ResponseStatus(HttpStatus.ACCEPTED)
    JobView export(@PathVariable String object, @PathVariable String id) {
        return personal.export(object, Ids.known(id));
    }

    /** The name as it stands on the record, and the legal reason, one of {@link Reason}. */
    record Erasure(String name, String reason) {}

    @PostMapping("/erase")
    @ResponseStatus(HttpStatus.ACCEPTED)
    JobView erase(
            @PathVariable String object, @PathVariable String id, @RequestBody @Shaped(Erasure.class) JsonNode body) {
        var input = Input.of(body, Erasure.class);
        String name = input.text("name", 200, "");
        String reason = input.word("reason", Reason.words(), "");
        input.check();
        return personal.erase(object, Ids.known(id), name, reason);
    }
}
