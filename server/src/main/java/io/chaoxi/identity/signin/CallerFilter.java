package io.chaoxi.identity.signin;

import io.chaoxi.platform.problem.Problems;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.rights.Actor;
import io.chaoxi.platform.rights.Actors;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds out who asks and lets him act for the length of the request. A bearer token decides alone: when it is refused,
 * the request is refused, whatever cookie comes with it.
 */
class CallerFilter extends OncePerRequestFilter {
    private static final String BEARER = "bearer";

    private final Callers callers;
    private final Actors actors;
    private final Problems problems;

    CallerFilter(Callers callers, Actors actors, Problems problems) {
        this.callers = callers;
        this.actors = actors;
        this.problems = problems;
    }

    /** The files of the page and the health of the application ask for nobody. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String bearer = bearer(request);
        Optional<Caller> caller;
        Optional<Actor> actor;
        try {
            caller = bearer == null ? bySession(request) : callers.byToken(bearer);
            actor = caller.flatMap(found -> actors.load(found.ticket()));
        } catch (RuntimeException e) {
            if (problems.tell(e, request, response)) return;
            throw e;
        }
        if (bearer != null && actor.isEmpty()) {
            problems.write(Refusal.of(401, "tokenRefused"), request, response);
        } else if (caller.isEmpty() || actor.isEmpty()) {
            chain.doFilter(request, response);
        } else {
            request.setAttribute(Caller.class.getName(), caller.get());
            goOn(bearer == null ? actor.get() : asking(actor.get(), request), request, response, chain);
        }
    }

    /** A program asks in the language of its request; a person chose his own, whatever his browser says. */
    private static Actor asking(Actor actor, HttpServletRequest request) {
        return Problems.asked(request).map(actor::in).orElse(actor);
    }

    private Optional<Caller> bySession(HttpServletRequest request) {
        return SessionCookie.of(request).flatMap(callers::bySession);
    }

    /** The token of the request, blank when none follows the word; null when the header speaks of no bearer. */
    static @Nullable String bearer(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) return null;
        return header.substring(BEARER.length()).strip();
    }

    private static void goOn(Actor actor, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Exception thrown = Acting.<@Nullable Exception>as(actor, () -> {
            try {
                chain.doFilter(request, response);
                return null;
            } catch (IOException | ServletException e) {
                return e;
            }
        });
        if (thrown instanceof IOException io) throw io;
        if (thrown instanceof ServletException servlet) throw servlet;
    }
}
