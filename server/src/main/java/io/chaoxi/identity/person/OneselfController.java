package io.chaoxi.identity.person;

import io.chaoxi.identity.signin.SessionAnswers;
import io.chaoxi.platform.problem.Shaped;
import io.chaoxi.platform.rights.Needs;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** One's own name, reach and preferences over HTTP. */
@RestController
class OneselfController {
    private final Oneself oneself;
    private final SessionAnswers answers;

    OneselfController(Oneself oneself, SessionAnswers answers) {
        this.oneself = oneself;
        this.answers = answers;
    }

    @PatchMapping("/api/v1/session/person")
    @Needs(Needs.SESSION)
    SessionAnswers.Answer change(@RequestBody @Shaped(Oneself.Body.class) JsonNode body, HttpServletRequest request) {
        oneself.change(body);
        return answers.of(request);
    }
}
