package io.chaoxi.identity.signin;

import io.chaoxi.platform.CrmSettings;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** The cookie that holds a session's secret: out of reach of scripts, and sent over TLS only where the page has it. */
@Component
public class SessionCookie {
    static final String NAME = "CHAOXI_SESSION";

    private final boolean secure;

    SessionCookie(CrmSettings settings) {
        this.secure = settings.baseUrl().startsWith("https:");
    }

    /** Whether the page always has TLS, whatever the request came by. */
    boolean secure() {
        return secure;
    }

    boolean secure(HttpServletRequest request) {
        return secure || request.isSecure();
    }

    static Optional<String> of(HttpServletRequest request) {
        return named(NAME, request);
    }

    static Optional<String> named(String name, HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) return Optional.empty();
        return Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    public void set(HttpServletRequest request, HttpServletResponse response, String secret) {
        write(request, response, secret, CallerSql.LONGEST);
    }

    void clear(HttpServletRequest request, HttpServletResponse response) {
        write(request, response, "", Duration.ZERO);
    }

    private void write(HttpServletRequest request, HttpServletResponse response, String secret, Duration age) {
        var cookie = ResponseCookie.from(NAME, secret)
                .httpOnly(true)
                .secure(secure(request))
                .sameSite("Lax")
                .path("/")
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
