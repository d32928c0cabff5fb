package io.chaoxi.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;

/** Where a request comes from, as the list of sessions shows it. */
public record Origin(String address, String agent) {
    private static final int LONGEST = 300;

    public static Origin of(HttpServletRequest request) {
        String agent = request.getHeader(HttpHeaders.USER_AGENT);
        String shown = agent == null ? "" : agent.replaceAll("\\p{Cntrl}", "");
        return new Origin(
                String.valueOf(request.getRemoteAddr()),
                shown.length() > LONGEST ? shown.substring(0, LONGEST) : shown);
    }
}
