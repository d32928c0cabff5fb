package io.chaoxi.platform.problem;

import io.chaoxi.platform.Label;
import io.chaoxi.platform.Labels;
import io.chaoxi.platform.rights.Acting;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Tells a refusal as an RFC 9457 problem, in the language of the one who asked. */
@Component
public class Problems {
    private static final String TOPIC = "problem";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Labels labels;

    Problems(Labels labels) {
        this.labels = labels;
    }

    public ResponseEntity<Object> answer(Refusal refusal, HttpHeaders headers, HttpServletRequest request) {
        var told = new HttpHeaders(headers);
        if (refusal.facts().get("retryAfter") instanceof Number seconds) {
            told.set(HttpHeaders.RETRY_AFTER, seconds.toString());
        }
        told.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        told.setCacheControl("no-store");
        return ResponseEntity.status(refusal.status()).headers(told).body(body(refusal, locale(request), number()));
    }

    /** For filters, which stand before any controller. */
    public void write(Refusal refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(refusal.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (refusal.facts().get("retryAfter") instanceof Number seconds) {
            response.setHeader(HttpHeaders.RETRY_AFTER, seconds.toString());
        }
        response.getOutputStream().write(JSON.writeValueAsBytes(body(refusal, locale(request), number())));
    }

    /** What went wrong in our own words, when there are any. */
    public static Optional<Refusal> refusal(Throwable fault) {
        return Optional.ofNullable(Causes.refusal(fault));
    }

    /** For filters too: tells what went wrong when there are words for it, such as a database out of reach; or says no. */
    public boolean tell(Exception exception, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Refusal refusal = Causes.refusal(exception);
        if (refusal == null) return false;
        write(refusal, request, response);
        return true;
    }

    /** The number that a caller can tell to support; the log line of a fault carries the same. */
    static String number() {
        return "%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000));
    }

    Map<String, @Nullable Object> body(Refusal refusal, Locale locale, String number) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        HttpStatus status = HttpStatus.resolve(refusal.status());
        body.put("type", "urn:chaoxi:problem:" + refusal.code());
        body.put("title", status == null ? "Problem" : status.getReasonPhrase());
        body.put("status", refusal.status());
        body.put("code", refusal.code());
        body.put("detail", sentence(refusal.code(), locale, refusal.arguments()));
        body.put("errors", errors(refusal.errors(), locale));
        body.put("id", number);
        refusal.facts().forEach(body::putIfAbsent);
        return body;
    }

    private List<Map<String, Object>> errors(List<FieldError> errors, Locale locale) {
        return errors.stream().map(error -> error(error, locale)).toList();
    }

    private Map<String, Object> error(FieldError error, Locale locale) {
        var told = new LinkedHashMap<String, Object>();
        told.put("field", error.field());
        told.put("code", error.code());
        told.put("message", sentence(error.code(), locale, error.arguments()));
        return told;
    }

    /** The sentence of a code, also for the rows of a job. A code without a sentence is told as it is. */
    public String sentence(String code, Locale locale, Map<String, ?> arguments) {
        return labels.find(TOPIC, code).orElse(new Label(code, code)).in(locale, arguments);
    }

    /** The signed-in person's language, otherwise that of the browser; Chinese when neither says. */
    public static Locale locale(HttpServletRequest request) {
        var actor = Acting.orNobody();
        if (actor != null) return actor.locale();
        return asked(request).orElse(Locale.CHINESE);
    }

    /** The first of our languages that {@code Accept-Language} names; empty when it names none. */
    public static Optional<Locale> asked(HttpServletRequest request) {
        if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) return Optional.empty();
        return Collections.list(request.getLocales()).stream()
                .flatMap(locale -> Stream.of(Locale.CHINESE, Locale.ENGLISH)
                        .filter(ours -> ours.getLanguage().equals(locale.getLanguage())))
                .findFirst();
    }
}
