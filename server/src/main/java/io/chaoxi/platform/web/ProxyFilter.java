package io.chaoxi.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Behind a trusted proxy a request has the address of whoever asked it and is as secure as that one's connection; so
 * throttling, logs and cookies see the visitor. From anybody else the headers that say so mean nothing.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProxyFilter extends OncePerRequestFilter {
    private static final String FOR = "X-Forwarded-For";
    private static final String PROTO = "X-Forwarded-Proto";

    private final TrustedProxies proxies;

    ProxyFilter(WebSettings settings) {
        this.proxies = TrustedProxies.of(settings.trustedProxies());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean trusted = proxies.trusts(String.valueOf(request.getRemoteAddr()));
        chain.doFilter(trusted ? forwarded(request) : request, response);
    }

    private HttpServletRequest forwarded(HttpServletRequest request) {
        String all = String.join(",", Collections.list(request.getHeaders(FOR)));
        String proxy = request.getRemoteAddr();
        return new Forwarded(request, all.isBlank() ? proxy : proxies.client(proxy, all), request.getHeader(PROTO));
    }

    private static final class Forwarded extends HttpServletRequestWrapper {
        private final String address;
        private final boolean secure;

        Forwarded(HttpServletRequest request, String address, @Nullable String proto) {
            super(request);
            this.address = address;
            this.secure = proto == null ? request.isSecure() : proto.strip().equalsIgnoreCase("https");
        }

        @Override
        public String getRemoteAddr() {
            return address;
        }

        @Override
        public String getRemoteHost() {
            return address;
        }

        @Override
        public boolean isSecure() {
            return secure;
        }

        @Override
        public String getScheme() {
            return secure ? "https" : "http";
        }
    }
}
