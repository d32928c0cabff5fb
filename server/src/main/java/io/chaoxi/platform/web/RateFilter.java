package io.chaoxi.platform.web;

import io.chaoxi.platform.problem.Problems;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.rights.Presence;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses with 429 and {@code Retry-After} what is too much. Stands behind the filter that finds out who asks. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 100)
class RateFilter extends OncePerRequestFilter {
    private final Rates rates;
    private final Presence presence;
    private final Problems problems;

    RateFilter(Rates rates, Presence presence, Problems problems) {
        this.rates = rates;
        this.presence = presence;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var ticket = presence.of(request);
        if (ticket.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        long firm = ticket.get().tenant();
        long wait = rates.take(firm, ticket.get().caller());
        if (wait > 0) {
            refuse(wait, request, response);
        } else if (!rates.enter(firm)) {
            refuse(1, request, response);
        } else {
            try {
                chain.doFilter(request, response);
            } finally {
                rates.leave(firm);
            }
        }
    }

    private void refuse(long seconds, HttpServletRequest request, HttpServletResponse response) throws IOException {
        problems.write(Refusal.of(429, "tooManyRequests").with("retryAfter", seconds), request, response);
    }
}
