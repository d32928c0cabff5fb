package io.chaoxi.platform.web;

import io.chaoxi.platform.database.DatabaseTime;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Limits how long each request waits for the database, the question whether it is ready among them. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class DatabaseTimeFilter extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        DatabaseTime.begin();
        try {
            chain.doFilter(request, response);
        } finally {
            DatabaseTime.end();
        }
    }
}
