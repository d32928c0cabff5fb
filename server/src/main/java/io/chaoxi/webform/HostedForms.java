package io.chaoxi.webform;

import io.chaoxi.platform.problem.Problems;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.rights.Needs;
import io.chaoxi.webform.FormPage.Face;
import io.chaoxi.webform.FormPage.Filled;
import io.chaoxi.webform.Submissions.Outcome;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Forms as strangers reach them: by address alone, without cookies. A browser gets pages, a script JSON. A key that is
 * nobody's, one that was renewed and a form that is switched off get the same bytes.
 */
@Hidden
@RestController
@RequestMapping("/f/{key}")
@Needs(Needs.NOTHING)
class HostedForms {
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final OpenForms forms;
    private final Submissions submissions;
    private final FormPage pages;
    private final FormJson json;
    private final Problems problems;
    private final Clock clock;

    HostedForms(
            OpenForms forms, Submissions submissions, FormPage pages, FormJson json, Problems problems, Clock clock) {
        this.forms = forms;
        this.submissions = submissions;
        this.pages = pages;
        this.json = json;
        this.problems = problems;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<byte[]> page(@PathVariable String key, HttpServletRequest request) {
        OpenForm open = forms.find(key).orElse(null);
        if (open == null) return nothing();
        String token = token(open);
        if (wantsJson(request.getHeader(HttpHeaders.ACCEPT))) {
            return answer(200, MediaType.APPLICATION_JSON, open, request, json.form(open, token));
        }
        return page(200, open, request, form(open, new Filled(token, Map.of(), Map.of(), null)));
    }

    @PostMapping
    ResponseEntity<byte[]> submit(@PathVariable String key, HttpServletRequest request) throws IOException {
        OpenForm open = forms.find(key).orElse(null);
        if (open == null) return nothing();
        byte[] body = request.getInputStream().readNBytes(FormDoor.LONGEST_BODY + 1);
        if (body.length > FormDoor.LONGEST_BODY) throw FormDoor.tooLong();
        boolean script = wantsJson(request.getContentType());
        Sent sent = script ? Sent.ofJson(body) : Sent.ofForm(body);
        Outcome outcome = submissions.submit(open, sent);
        return script ? told(open, outcome, request) : shown(open, sent, outcome, request);
    }

    private ResponseEntity<byte[]> told(OpenForm open, Outcome outcome, HttpServletRequest request) {
        return switch (outcome) {
            case Outcome.Thanked() -> answer(200, MediaType.APPLICATION_JSON, open, request, json.thanks(open));
            case Outcome.Again(String code, boolean anew) -> {
                var refusal = Refusal.of(status(code), code);
                yield answer(
                        refusal.status(),
                        MediaType.APPLICATION_PROBLEM_JSON,
                        open,
                        request,
                        json.problem(open, refusal));
            }
            case Outcome.Wrong(var errors) -> {
                var refusal = Refusal.fields(errors);
                yield answer(
                        refusal.status(),
                        MediaType.APPLICATION_PROBLEM_JSON,
                        open,
                        request,
                        json.problem(open, refusal));
            }
        };
    }

    private ResponseEntity<byte[]> shown(OpenForm open, Sent sent, Outcome outcome, HttpServletRequest request) {
        return switch (outcome) {
            case Outcome.Thanked() -> page(200, open, request, open.as(() -> pages.thanks(face(open))));
            case Outcome.Again(String code, boolean anew) -> {
                String token = anew ? token(open) : sent.token();
                String notice = problems.sentence(code, open.locale(), Map.of());
                yield page(status(code), open, request, form(open, new Filled(token, sent.values(), Map.of(), notice)));
            }
            case Outcome.Wrong(var errors) -> {
                var faults = new LinkedHashMap<String, String>();
                errors.forEach(error -> faults.putIfAbsent(
                        error.field(), problems.sentence(error.code(), open.locale(), error.arguments())));
                String notice = problems.sentence("webFormFaults", open.locale(), Map.of());
                yield page(422, open, request, form(open, new Filled(sent.token(), sent.values(), faults, notice)));
            }
        };
    }

    private static int status(String code) {
        return code.equals("webFormFull") ? 429 : 422;
    }

    private String token(OpenForm open) {
        return PageToken.make(clock.instant(), open.form().consentVersion()).signed(open.secret());
    }

    private static Face face(OpenForm open) {
        return new Face(open.firm(), open.locale(), open.draft());
    }

    private String form(OpenForm open, Filled filled) {
        return open.as(() -> pages.form(face(open), open.questions(), filled));
    }

    private static boolean wantsJson(@Nullable String header) {
        return header != null && header.contains(MediaType.APPLICATION_JSON_VALUE);
    }

    private static ResponseEntity<byte[]> page(int status, OpenForm open, HttpServletRequest request, String html) {
        return answer(status, HTML, open, request, html.getBytes(StandardCharsets.UTF_8));
    }

    private static ResponseEntity<byte[]> answer(
            int status, MediaType kind, OpenForm open, HttpServletRequest request, byte[] body) {
        var answer = ResponseEntity.status(status)
                .contentType(kind)
                .header("Content-Security-Policy", FormStyle.policy(open.draft().origins()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.VARY, "Origin, Accept");
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin != null && open.admits(origin)) answer.header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        return answer.body(body);
    }

    private ResponseEntity<byte[]> nothing() {
        String sentence = problems.sentence("webFormGone", Locale.CHINESE, Map.of());
        return ResponseEntity.status(404)
                .contentType(HTML)
                .header("Content-Security-Policy", FormStyle.policy(List.of()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(FormPage.sentence(Locale.CHINESE, sentence).getBytes(StandardCharsets.UTF_8));
    }
}
