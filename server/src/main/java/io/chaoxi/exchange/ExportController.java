package io.chaoxi.exchange;

import io.chaoxi.platform.job.JobView;
import io.chaoxi.platform.problem.Input;
import io.chaoxi.platform.problem.Shaped;
import io.chaoxi.platform.rights.Needs;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Exports and the download centre. */
@RestController
@RequestMapping("/api/v1/exports")
class ExportController {
    private static final int LONGEST = 10_000;
    private static final int MOST_FIELDS = 500;
    private static final int MOST_CHOSEN = 10_000;

    private final Exports exports;

    ExportController(Exports exports) {
        this.exports = exports;
    }

    /** The exports of the caller. */
    record ExportList(List<ExportLine> items, @Nullable String next) {}

    @GetMapping
    @Needs(Needs.SIGNED_IN)
    ExportList list() {
        return new ExportList(exports.list(), null);
    }

    @PostMapping
    @Needs("{object}.export")
    @ResponseStatus(HttpStatus.ACCEPTED)
    JobView start(
            @RequestBody @Shaped(ExportOrder.class) JsonNode body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        var input = Input.of(body, ExportOrder.class);
        var order = new ExportOrder(
                input.text("object", 100, ""),
                text(input, "filter"),
                text(input, "q"),
                text(input, "sort"),
                input.texts("fields", MOST_FIELDS),
                input.ids("ids", MOST_CHOSEN),
                input.text("format", 10, "xlsx"));
        input.check();
        return exports.start(order, key, "exports" + body);
    }

    private static String text(Input input, String name) {
        String text = input.optional(name, LONGEST, "");
        return text == null ? "" : text;
    }
}
