package io.chaoxi.identity.signin;

import io.chaoxi.platform.problem.Problems;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.rights.Actors;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * What every answer and every change passes before any controller: who asks, the XSRF token of browser sessions, and
 * headers that keep foreign scripts, frames and guesses about content away. Rights are the {@link Gate}'s.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    /** antd writes styles at run time; scripts come from our own files only. */
    private static final String POLICY = String.join(
            "; ",
            "default-src 'self'",
            "script-src 'self'",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "worker-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'");

    /** For answers that say nothing of their own. */
    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final Set<String> WITHOUT_SESSION = Set.of(
            "/api/v1/session",
            "/api/v1/session/code",
            "/api/v1/session/provider",
            "/api/v1/session/provider/answer",
            "/api/v1/setup");

    /**
     * Pages for whoever has their address. No cookie is read or set there, so there is nothing that a foreign page could make
     * use of; who may frame them, they say themselves.
     */
    @Bean
    @Order(0)
    SecurityFilterChain withoutCookies(HttpSecurity http) {
        return http.securityMatcher("/f/**", "/ical/**")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers -> {
                    headers(headers);
                    headers.contentSecurityPolicy(policy -> policy.policyDirectives(NOTHING))
                            .frameOptions(HeadersConfigurer.FrameOptionsConfig::disable);
                })
                .build();
    }

    @Bean
    SecurityFilterChain securityFilterChain(
            HttpSecurity http, Callers callers, Actors actors, Problems problems, SessionCookie cookie) {
        var repository = CookieCsrfTokenRepository.withHttpOnlyFalse();
        repository.setCookieCustomizer(token -> {
            if (cookie.secure()) token.secure(true);
            token.sameSite("Lax").path("/");
        });
        return http.csrf(csrf -> csrf.spa()
                        .csrfTokenRepository(repository)
                        .requireCsrfProtectionMatcher(SecurityConfiguration::needsToken))
                .addFilterBefore(new CallerFilter(callers, actors, problems), CsrfFilter.class)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .exceptionHandling(handling -> handling.accessDeniedHandler((request, response, denied) ->
                        problems.write(Refusal.of(403, "xsrfTokenWrong"), request, response)))
                .headers(SecurityConfiguration::headers)
                .build();
    }

    /** No browser keeps an answer unless it says so itself: the next person, or one with fewer rights, would be shown it. */
    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy("camera=(), microphone=(), geolocation=(self)"));
    }

    /** Only a browser sends a cookie that its owner did not mean to send; a bearer token is put there on purpose. */
    private static boolean needsToken(HttpServletRequest request) {
        if (SAFE.contains(request.getMethod()) || CallerFilter.bearer(request) != null) return false;
        boolean signingIn =
                HttpMethod.POST.matches(request.getMethod()) && WITHOUT_SESSION.contains(request.getRequestURI());
        return !signingIn && SessionCookie.of(request).isPresent();
    }

    /** Nobody signs in through Spring Security; without this bean it would make a user with a password in the log. */
    @Bean
    AuthenticationManager nobody() {
        return authentication -> {
            throw new AuthenticationServiceException("Sign-in goes through the session resource");
        };
    }
}
