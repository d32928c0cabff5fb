package io.chaoxi.identity.signin;

import io.chaoxi.platform.problem.Input;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.problem.Shaped;
import io.chaoxi.platform.rights.Needs;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Signing in, in one step or two, and proving again in a session that it is the same person. */
@RestController
@RequestMapping("/api/v1/session")
class SignInController {
    private final SignIns signIns;
    private final Proofs proofs;
    private final Entering entering;

    SignInController(SignIns signIns, Proofs proofs, Entering entering) {
        this.signIns = signIns;
        this.proofs = proofs;
        this.entering = entering;
    }

    record SignIn(@Nullable String login, @Nullable String password) {}

    /** The ticket that the first step answered, and the code of the app or a recovery code. */
    record Code(@Nullable String ticket, @Nullable String code) {}

    /** One of the two. */
    record Proof(@Nullable String password, @Nullable String code) {}

    @PostMapping
    @Needs(Needs.NOTHING)
    SessionAnswers.Answer signIn(
            @RequestBody @Shaped(SignIn.class) JsonNode body,
            CsrfToken token,
            HttpServletRequest request,
            HttpServletResponse response) {
        var input = Input.of(body, SignIn.class);
        String login = input.text("login", 200, "");
        String password = input.text("password", 200, "");
        input.check();
        return entering.enter(signIns.signIn(login, password, Origin.of(request)), token, request, response);
    }

    /** The second step of who has a second factor. */
    @PostMapping("/code")
    @Needs(Needs.NOTHING)
    SessionAnswers.Answer enterCode(
            @RequestBody @Shaped(Code.class) JsonNode body,
            CsrfToken token,
            HttpServletRequest request,
            HttpServletResponse response) {
        var input = Input.of(body, Code.class);
        String ticket = input.text("ticket", 100, "");
        String code = input.text("code", 50, "");
        input.check();
        return entering.enter(signIns.enterCode(ticket, code, Origin.of(request)), token, request, response);
    }

    /** Password or code again; sensitive changes pass for ten minutes then. */
    @PostMapping("/confirmation")
    @Needs(Needs.BEFORE_FACTOR)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void confirm(@RequestBody @Shaped(Proof.class) JsonNode body, HttpServletRequest request) {
        Caller caller = Caller.inSession(request);
        var input = Input.of(body, Proof.class);
        String password = input.optional("password", 200, null);
        String code = input.optional("code", 50, null);
        input.check();
        if (code != null && password == null) proofs.byCode(caller, code, Origin.of(request));
        else if (password != null) proofs.byPassword(caller, "password", password, Origin.of(request));
        else throw Refusal.field("password", "notBlank");
    }
}
