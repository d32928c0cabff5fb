package io.chaoxi.identity.signin;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.chaoxi.platform.problem.Input;
import io.chaoxi.platform.problem.Shaped;
import io.chaoxi.platform.rights.Needs;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The session that one is in, and one's others. */
@RestController
@RequestMapping("/api/v1")
class SessionController {
    private final Sessions sessions;
    private final Proofs proofs;
    private final SessionAnswers answers;
    private final SessionCookie cookie;

    SessionController(Sessions sessions, Proofs proofs, SessionAnswers answers, SessionCookie cookie) {
        this.sessions = sessions;
        this.proofs = proofs;
        this.answers = answers;
        this.cookie = cookie;
    }

    record NewPassword(
            @Nullable String current,
            @JsonProperty("new") @Nullable String chosen) {}

    /** Reading the token's value is what sends its cookie. */
    @GetMapping("/session")
    @Needs(Needs.HALF_SIGNED_IN)
    SessionAnswers.Answer session(CsrfToken token, HttpServletRequest request) {
        token.getToken();
        return answers.of(request);
    }

    @PostMapping("/session/password")
    @Needs(Needs.HALF_SIGNED_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(@RequestBody @Shaped(NewPassword.class) JsonNode body, HttpServletRequest request) {
        Caller caller = Caller.inSession(request);
        var input = Input.of(body, NewPassword.class);
        String current = input.text("current", 200, "");
        String chosen = input.text("new", 200, "");
        input.check();
        proofs.byPassword(caller, "current", current, Origin.of(request));
        sessions.changePassword(caller, chosen);
    }

    @DeleteMapping("/session")
    @Needs(Needs.HALF_SIGNED_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(HttpServletRequest request, HttpServletResponse response) {
        Caller caller = Caller.inSession(request);
        sessions.end(caller, caller.id(), Origin.of(request));
        cookie.clear(request, response);
    }

    record Items<T>(List<T> items) {}

    record Row(
            UUID id, OffsetDateTime createdAt, OffsetDateTime seenAt, String address, String agent, boolean current) {}

    @GetMapping("/sessions")
    @Needs(Needs.SESSION)
    Items<Row> list(HttpServletRequest request) {
        Caller caller = Caller.inSession(request);
        return new Items<>(sessions.of(caller).stream()
                .map(row -> new Row(
                        row.id(),
                        row.createdAt(),
                        row.seenAt(),
                        row.address(),
                        row.agent(),
                        row.id().equals(caller.id())))
                .toList());
    }

    /** Ends all of one's own sessions but this one. */
    @DeleteMapping("/sessions")
    @Needs(Needs.SESSION)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endOthers(HttpServletRequest request) {
        sessions.endOthers(Caller.inSession(request), Origin.of(request));
    }

    @DeleteMapping("/sessions/{id}")
    @Needs(Needs.SESSION)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable UUID id, HttpServletRequest request) {
        sessions.end(Caller.inSession(request), id, Origin.of(request));
    }
}
