package io.chaoxi.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * Where a request comes from, as the list of sessions shows it.
 *
 * @param device what its cookie of a known device says, to be believed by {@link KnownDevices} only
 */
public record Origin(String address, String agent, @Nullable String device) {
    private static final int LONGEST = 300;

    /** From no known device. */
    public Origin(String address, String agent) {
        this(address, agent, null);
    }

    public static Origin of(HttpServletRequest request) {
        String agent = request.getHeader(HttpHeaders.USER_AGENT);
        String shown = agent == null ? "" : agent.replaceAll("\\p{Cntrl}", "");
        return new Origin(
                String.valueOf(request.getRemoteAddr()),
                shown.length() > LONGEST ? shown.substring(0, LONGEST) : shown,
                SessionCookie.named(KnownDevices.COOKIE, request).orElse(null));
    }
}
