package io.chaoxi.identity.signin;

import io.chaoxi.identity.factor.FactorKey;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * A cookie that a browser gets when somebody signed in with it, sealed for his login. It opens nothing; it only makes
 * sign-in attempts from there count for themselves, so that a stranger who hammers the login locks nobody out of it.
 */
@Component
class KnownDevices {
    static final String COOKIE = "CHAOXI_DEVICE";

    private static final String PATH = "/api/v1/session";
    private static final Duration LONGEST = Duration.ofDays(365);

    private final FactorKey key;
    private final SessionCookie sessionCookie;

    KnownDevices(FactorKey key, SessionCookie sessionCookie) {
        this.key = key;
        this.sessionCookie = sessionCookie;
    }

    /** The number of the device, when somebody signed in with this login there; empty for a stranger's. */
    Optional<String> number(String login, Origin origin) {
        String device = origin.device();
        int point = device == null ? -1 : device.indexOf('.');
        if (device == null || point < 0) return Optional.empty();
        String number = device.substring(0, point);
        byte[] said = device.substring(point + 1).getBytes(StandardCharsets.UTF_8);
        boolean ours = MessageDigest.isEqual(said, seal(login, number).getBytes(StandardCharsets.UTF_8));
        return ours ? Optional.of(number) : Optional.empty();
    }

    private String seal(String login, String number) {
        byte[] digest = key.digest("device", number + "/" + login);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }

    void remember(HttpServletResponse response, String login, Origin origin) {
        String number = number(login, origin).orElseGet(OpaqueToken::make);
        var cookie = ResponseCookie.from(COOKIE, number + "." + seal(login, number))
                .httpOnly(true)
                .secure(sessionCookie.secure())
                .sameSite("Lax")
                .path(PATH)
                .maxAge(LONGEST)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
