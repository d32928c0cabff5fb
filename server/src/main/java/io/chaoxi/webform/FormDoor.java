package io.chaoxi.webform;

import io.chaoxi.platform.problem.Problems;
import io.chaoxi.platform.problem.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands before the forms: what is too much, too long or of another kind goes no further and costs no statement. Answers
 * browsers that ask whether a script of another site may send.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 200)
class FormDoor extends OncePerRequestFilter {
    static final String PLACE = "/f/";
    static final int LONGEST_BODY = 32_768;

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "OPTIONS");
    private static final List<MediaType> KINDS =
            List.of(MediaType.APPLICATION_FORM_URLENCODED, MediaType.APPLICATION_JSON);

    private final OpenForms forms;
    private final FormRates rates;
    private final Problems problems;

    FormDoor(OpenForms forms, FormRates rates, Problems problems) {
        this.forms = forms;
        this.rates = rates;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getServletPath().startsWith(PLACE);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Refusal refusal = refusal(request);
        if (refusal != null) write(refusal, request, response);
        else if (request.getMethod().equals("OPTIONS")) preflight(request, response);
        else chain.doFilter(request, response);
    }

    private @Nullable Refusal refusal(HttpServletRequest request) {
        if (!METHODS.contains(request.getMethod())) return Refusal.of(405, "methodRefused");
        String address = String.valueOf(request.getRemoteAddr());
        boolean sends = request.getMethod().equals("POST");
        if (sends && !known(request.getContentType())) return Refusal.of(415, "webFormKind");
        if (sends && request.getContentLengthLong() > LONGEST_BODY) return tooLong();
        long wait = sends ? rates.send(address, key(request)) : rates.page(address);
        return wait > 0 ? Refusal.of(429, "webFormTooMany").with("retryAfter", wait) : null;
    }

    /** As the route reads it, however it was written; one word for whatever is no key. */
    private static String key(HttpServletRequest request) {
        String key = request.getServletPath().substring(PLACE.length());
        return FormKeys.isKey(key) ? key : "";
    }

    static Refusal tooLong() {
        return Refusal.of(413, "webFormTooLong", Map.of("max", LONGEST_BODY / 1024));
    }

    private static boolean known(@Nullable String kind) {
        try {
            return kind != null
                    && KINDS.stream().anyMatch(known -> known.isCompatibleWith(MediaType.parseMediaType(kind)));
        } catch (IllegalArgumentException noKind) {
            return false;
        }
    }

    private void write(Refusal refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (refusal.facts().get("retryAfter") instanceof Long seconds) {
            response.setHeader(HttpHeaders.RETRY_AFTER, seconds.toString());
        }
        Locale locale = Problems.asked(request).orElse(Locale.CHINESE);
        String sentence = problems.sentence(refusal.code(), locale, refusal.arguments());
        byte[] page = FormPage.sentence(locale, sentence).getBytes(StandardCharsets.UTF_8);
        response.setStatus(refusal.status());
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Content-Security-Policy", FormStyle.policy(List.of()));
        response.getOutputStream().write(page);
    }

    /** Says the same of a form that is not there as of one that this site may not use. */
    private void preflight(HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin == null
                || forms.find(key(request)).filter(form -> form.admits(origin)).isEmpty()) return;
        response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "GET, POST");
        response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, "content-type");
        response.setHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, "600");
    }
}
