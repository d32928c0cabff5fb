package io.chaoxi.platform.page;

import io.chaoxi.platform.problem.Problems;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.rights.Needs;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Requests that the server refused before any controller saw them, such as a malformed address; told as problems too. */
@RestController
class StrayErrors implements ErrorController {
    private final Problems problems;

    StrayErrors(Problems problems) {
        this.problems = problems;
    }

    @RequestMapping("/error")
    @Needs(Needs.NOTHING)
    ResponseEntity<Object> tell(HttpServletRequest request) {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        return problems.answer(refusal(status), HttpHeaders.EMPTY, request);
    }

    static Refusal refusal(int status) {
        return switch (status) {
            case 404 -> Refusal.notFound();
            case 403 -> Refusal.forbidden("?");
            case 401 -> Refusal.of(401, "signInNeeded");
            case 413 -> Refusal.of(413, "tooLargeUpload");
            default -> status >= 500 ? Refusal.of(status, "fault") : Refusal.of(status, "requestMalformed", Map.of());
        };
    }
}
