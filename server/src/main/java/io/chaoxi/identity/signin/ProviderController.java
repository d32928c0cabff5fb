package io.chaoxi.identity.signin;

import io.chaoxi.identity.provider.ProviderSettings;
import io.chaoxi.platform.problem.Input;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.problem.Shaped;
import io.chaoxi.platform.rights.Needs;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * Signing in by the OpenID Connect provider. The browser is sent there by our page and comes back to it; the page hands the
 * answer over, so that it is answered like a password. A cookie binds the answer to the browser that began.
 */
@RestController
@RequestMapping("/api/v1/session/provider")
@Needs(Needs.NOTHING)
class ProviderController {
    static final String COOKIE = "CHAOXI_PROVIDER";

    private static final String PATH = "/api/v1/session/provider";

    private final ProviderSettings settings;
    private final ProviderSignIns signIns;
    private final SignInThrottle throttle;
    private final Entering entering;
    private final SessionCookie sessionCookie;

    ProviderController(
            ProviderSettings settings,
            ProviderSignIns signIns,
            SignInThrottle throttle,
            Entering entering,
            SessionCookie sessionCookie) {
        this.settings = settings;
        this.signIns = signIns;
        this.throttle = throttle;
        this.entering = entering;
        this.sessionCookie = sessionCookie;
    }

    /** What the provider is called; null when there is none. */
    record Named(@Nullable String name) {}

    record Address(String address) {}

    /** What the provider sent back with the browser; without a code it refused. */
    record ProviderAnswer(@Nullable String state, @Nullable String code) {}

    @GetMapping
    Named provider() {
        return new Named(settings.given() ? settings.name() : null);
    }

    @PostMapping
    Address begin(HttpServletRequest request, HttpServletResponse response) {
        if (!settings.given()) throw Refusal.notFound();
        if ("cross-site".equals(request.getHeader("Sec-Fetch-Site"))) throw Refusal.notFound();
        throttle.attemptProvider(Origin.of(request));
        var begun = signIns.begin();
        write(request, response, begun.browser(), ProviderSql.LONGEST);
        return new Address(begun.address());
    }

    @PostMapping("/answer")
    SessionAnswers.Answer answer(
            @RequestBody @Shaped(ProviderAnswer.class) JsonNode body,
            CsrfToken token,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!settings.given()) throw Refusal.notFound();
        var input = Input.of(body, ProviderAnswer.class);
        String state = input.text("state", 200, "");
        String code = input.optional("code", 4000, null);
        input.check();
        String browser = SessionCookie.named(COOKIE, request).orElse("");
        write(request, response, "", Duration.ZERO);
        var opened = finish(browser, state, code == null ? "" : code, Origin.of(request));
        return entering.enter(opened, token, request, response);
    }

    /** Whoever the provider vouched for did not guess, also when our own second step is still to come. */
    private Sessions.Opened finish(String browser, String state, String code, Origin origin) {
        try {
            var opened = signIns.finish(browser, state, code, origin);
            throttle.succeededWithProvider(origin);
            return opened;
        } catch (Refusal refusal) {
            if (refusal.code().equals("codeNeeded")) throttle.succeededWithProvider(origin);
            throw refusal;
        }
    }

    private void write(HttpServletRequest request, HttpServletResponse response, String secret, Duration age) {
        var cookie = ResponseCookie.from(COOKIE, secret)
                .httpOnly(true)
                .secure(sessionCookie.secure(request))
                .sameSite("Strict")
                .path(PATH)
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
