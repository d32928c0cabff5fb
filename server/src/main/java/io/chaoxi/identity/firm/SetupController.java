package io.chaoxi.identity.firm;

import io.chaoxi.identity.signin.Origin;
import io.chaoxi.identity.signin.SessionAnswers;
import io.chaoxi.identity.signin.SessionCookie;
import io.chaoxi.platform.database.DatabaseTime;
import io.chaoxi.platform.problem.Input;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.problem.Shaped;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.rights.Needs;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Set-up and further firms over HTTP. */
@RestController
@RequestMapping("/api/v1")
class SetupController {
    private static final Duration FOUNDING = Duration.ofSeconds(30);

    private final Setup setup;
    private final Firms firms;
    private final SessionAnswers answers;
    private final SessionCookie cookie;

    SetupController(Setup setup, Firms firms, SessionAnswers answers, SessionCookie cookie) {
        this.setup = setup;
        this.firms = firms;
        this.answers = answers;
        this.cookie = cookie;
    }

    record State(boolean open, boolean needsCode) {}

    @GetMapping("/setup")
    @Needs(Needs.NOTHING)
    State state() {
        return new State(setup.isOpen(), true);
    }

    /** The first firm, with the code that the program printed when it started. */
    record First(
            @Nullable String code,
            @Nullable String firm,
            @Nullable String name,
            @Nullable String login,
            @Nullable String password,
            @Nullable String timeZone,
            @Nullable String locale) {}

    @PostMapping("/setup")
    @Needs(Needs.NOTHING)
    @ResponseStatus(HttpStatus.CREATED)
    SessionAnswers.Answer found(
            @RequestBody @Shaped(First.class) JsonNode body,
            CsrfToken token,
            HttpServletRequest request,
            HttpServletResponse response) {
        DatabaseTime.allow(FOUNDING);
        if (!setup.isOpen()) throw Refusal.of(403, "setupClosed");
        var input = Input.of(body, First.class);
        String code = input.text("code", 100, "");
        NewFirm firm = NewFirm.read(input);
        input.check();
        var opened = setup.found(code, firm, Origin.of(request));
        cookie.set(request, response, opened.secret());
        token.getToken();
        return Acting.as(opened.actor(), () -> answers.of(opened.caller()));
    }

    /** No number: it would count the firms of the installation. */
    record Made(String firm) {}

    @PostMapping("/tenants")
    @Needs(Needs.INSTALLATION)
    @ResponseStatus(HttpStatus.CREATED)
    Made further(@RequestBody @Shaped(NewFirm.Body.class) JsonNode body) {
        var input = Input.of(body, NewFirm.Body.class);
        NewFirm firm = NewFirm.read(input);
        input.check();
        firms.found(firm);
        return new Made(firm.firm());
    }
}
