package io.chaoxi.platform.problem;

import io.chaoxi.platform.Ids;
import io.chaoxi.platform.rights.AccessLog;
import io.chaoxi.platform.rights.Acting;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.HandlerMapping;

/**
 * The one place where what went wrong becomes an answer. Bad input is never a 5xx; a fault of ours is a 500 with a
 * number, and the log line with that number names classes and places but no message, for messages carry people's data.
 */
@RestControllerAdvice
class ProblemAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final int FRAMES = 25;
    /** What the page answers by asking for the proof that is missing: nobody was kept from anything. */
    private static final Set<String> ORDINARY =
            Set.of("reauthenticationNeeded", "secondFactorNeeded", "passwordChangeNeeded");

    private final Problems problems;
    private final AccessLog accessLog;

    ProblemAdvice(Problems problems, AccessLog accessLog) {
        this.problems = problems;
        this.accessLog = accessLog;
    }

    @ExceptionHandler(Exception.class)
    @Nullable
    ResponseEntity<Object> tell(Exception exception, HttpServletRequest request) {
        Refusal refusal = exception instanceof Refusal itself ? itself : Causes.refusal(exception);
        if (refusal == null) return fault(exception, request);
        if (refusal.status() == 403 && !ORDINARY.contains(refusal.code())) remember(refusal, request);
        if (refusal.status() >= 500) LOG.warn("{} {}", refusal.code(), trace(exception));
        HttpHeaders headers = exception instanceof ErrorResponse response ? response.getHeaders() : HttpHeaders.EMPTY;
        return problems.answer(refusal, headers, request);
    }

    /** Who asks for an event stream or a download may go away in the middle; nobody is there to be answered. */
    @ExceptionHandler(AsyncRequestNotUsableException.class)
    void gone() {}

    private ResponseEntity<Object> fault(Exception exception, HttpServletRequest request) {
        Refusal refusal = Refusal.of(500, "fault");
        var answer = problems.answer(refusal, HttpHeaders.EMPTY, request);
        Object number = answer.getBody() instanceof Map<?, ?> body ? body.get("id") : null;
        LOG.error("Fault {} at {} {}: {}", number, request.getMethod(), pattern(request), trace(exception));
        return answer;
    }

    /** The pattern of the route, not the address, for addresses carry ids and words of searches. */
    private static Object pattern(HttpServletRequest request) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return pattern == null ? "?" : pattern;
    }

    private static String trace(Throwable exception) {
        String here = exception.getClass().getName()
                + Arrays.stream(exception.getStackTrace())
                        .limit(FRAMES)
                        .map(frame -> "\n    at " + frame)
                        .collect(Collectors.joining());
        Throwable cause = exception.getCause();
        return cause == null || cause == exception ? here : here + "\ncaused by " + trace(cause);
    }

    /** By what the route is called, never the address itself; which record it was goes along when the route names one. */
    private void remember(Refusal refusal, HttpServletRequest request) {
        if (Acting.orNobody() == null) return;
        var named = variables(request);
        var detail = new LinkedHashMap<String, Object>();
        detail.put("permission", refusal.arguments().getOrDefault("permission", refusal.code()));
        detail.put("route", request.getMethod() + " " + route(request));
        if (named.containsKey("path")) detail.put("path", named.get("path"));
        UUID record = Ids.read(named.getOrDefault("id", "")).orElse(null);
        accessLog.add("refused", named.get("object"), record, detail);
    }

    /** The pattern without what its places must look like. */
    private static String route(HttpServletRequest request) {
        return String.valueOf(pattern(request)).replaceAll("\\{(\\w+):[^}]*}", "{$1}");
    }

    /** What stands in the places of the route's pattern. */
    private static Map<String, String> variables(HttpServletRequest request) {
        var named = new LinkedHashMap<String, String>();
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> found) {
            found.forEach((name, value) -> named.put(String.valueOf(name), String.valueOf(value)));
        }
        return named;
    }
}
