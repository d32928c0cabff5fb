package io.chaoxi.notification.stream;

import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.rights.Needs;
import io.chaoxi.platform.rights.Presence;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Server-sent events for an open page: {@code job}, {@code notification}, {@code changed}, {@code session}. */
@RestController
class StreamController {
    private final Streams streams;
    private final Presence presence;

    StreamController(Streams streams, Presence presence) {
        this.streams = streams;
        this.presence = presence;
    }

    @GetMapping("/api/v1/events")
    @Needs(Needs.SIGNED_IN)
    SseEmitter events(HttpServletRequest request, HttpServletResponse response) {
        var ticket = presence.of(request).orElseThrow(() -> Refusal.of(401, "signInNeeded"));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        return streams.open(ticket, Acting.current());
    }
}
