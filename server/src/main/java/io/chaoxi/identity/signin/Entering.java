package io.chaoxi.identity.signin;

import io.chaoxi.platform.rights.Acting;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/** What the browser gets when a sign-in was right, whichever way it went: cookies and the answer of {@code GET /session}. */
@Component
class Entering {
    private final SessionCookie cookie;
    private final SessionAnswers answers;
    private final KnownDevices devices;

    Entering(SessionCookie cookie, SessionAnswers answers, KnownDevices devices) {
        this.cookie = cookie;
        this.answers = answers;
        this.devices = devices;
    }

    SessionAnswers.Answer enter(
            Sessions.Opened opened, CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        cookie.set(request, response, opened.secret());
        token.getToken();
        var answer = Acting.as(opened.actor(), () -> answers.of(opened.caller()));
        devices.remember(request, response, answer.person().login());
        return answer;
    }
}
