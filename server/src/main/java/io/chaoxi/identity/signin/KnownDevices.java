package io.chaoxi.identity.signin;

import io.chaoxi.identity.factor.FactorKey;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * A cookie that a browser gets when somebody signed in with it, sealed for his login. It opens nothing; it only makes
 * sign-in attempts from there count for themselves, so that a stranger who hammers the login locks nobody out of it.
 * It is worth nothing 180 days after the last sign-in, whatever the browser kept.
 */
@Component
class KnownDevices {
    static final String COOKIE = "CHAOXI_DEVICE";

    private static final String PATH = "/api/v1/session";
    private static final Duration LONGEST = Duration.ofDays(180);

    private final FactorKey key;
    private final SessionCookie sessionCookie;
    private final Clock clock;

    KnownDevices(FactorKey key, SessionCookie sessionCookie, Clock clock) {
        this.key = key;
        this.sessionCookie = sessionCookie;
        this.clock = clock;
    }

    /** The number of the device, when somebody lately signed in with this login there; empty for a stranger's. */
    Optional<String> number(String login, Origin origin) {
        String device = origin.device();
        String[] parts = device == null ? new String[0] : device.split("\\.", -1);
        if (parts.length != 3 || !parts[1].matches("\\d{1,9}")) return Optional.empty();
        long age = today() - Long.parseLong(parts[1]);
        if (age < 0 || age >= LONGEST.toDays()) return Optional.empty();
        byte[] seal = seal(login, parts[0], parts[1]).getBytes(StandardCharsets.UTF_8);
        boolean ours = MessageDigest.isEqual(parts[2].getBytes(StandardCharsets.UTF_8), seal);
        return ours ? Optional.of(parts[0]) : Optional.empty();
    }

    private String seal(String login, String number, String day) {
        byte[] digest = key.digest("device", number + "/" + day + "/" + login);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }

    /** Days since 1970. */
    private long today() {
        return Duration.between(Instant.EPOCH, clock.instant()).toDays();
    }

    /** For another 180 days from now. */
    void remember(HttpServletRequest request, HttpServletResponse response, String login) {
        String number = number(login, Origin.of(request)).orElseGet(OpaqueToken::make);
        String day = String.valueOf(today());
        var cookie = ResponseCookie.from(COOKIE, String.join(".", number, day, seal(login, number, day)))
                .httpOnly(true)
                .secure(sessionCookie.secure(request))
                .sameSite("Lax")
                .path(PATH)
                .maxAge(LONGEST)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
