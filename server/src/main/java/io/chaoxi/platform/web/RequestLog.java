package io.chaoxi.platform.web;

import io.chaoxi.platform.Ids;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * One line for each call of the API: id, method, pattern of the route, status, milliseconds, statements. Addresses,
 * parameters, names and bodies never stand in it. The id is the caller's {@code X-Request-Id} when it is a plain one, and
 * is sent back.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class RequestLog extends OncePerRequestFilter {
    static final String HEADER = "X-Request-Id";
    private static final Logger LOG = LoggerFactory.getLogger("io.chaoxi.request");
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9-]{8,64}");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String given = request.getHeader(HEADER);
        String id = given != null && PLAIN.matcher(given).matches()
                ? given
                : Ids.next().toString();
        response.setHeader(HEADER, id);
        long begun = System.nanoTime();
        StatementCount.begin();
        MDC.put("request", id);
        boolean answered = false;
        try {
            chain.doFilter(request, response);
            answered = true;
        } finally {
            long milliseconds = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
            tell(id, request, answered ? response.getStatus() : 500, milliseconds);
            MDC.remove("request");
            StatementCount.end();
        }
    }

    private static void tell(String id, HttpServletRequest request, int status, long milliseconds) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        Object route = pattern == null ? "-" : pattern;
        int statements = StatementCount.soFar();
        LOG.atInfo()
                .addKeyValue("method", request.getMethod())
                .addKeyValue("route", route)
                .addKeyValue("status", status)
                .addKeyValue("milliseconds", milliseconds)
                .addKeyValue("statements", statements)
                .log(
                        "{} {} {} {} ms {} statements {}",
                        request.getMethod(),
                        route,
                        status,
                        milliseconds,
                        statements,
                        id);
    }
}
