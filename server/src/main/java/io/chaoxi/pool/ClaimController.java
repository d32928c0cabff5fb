package io.chaoxi.pool;

import io.chaoxi.platform.Ids;
import io.chaoxi.platform.problem.Input;
import io.chaoxi.platform.problem.Shaped;
import io.chaoxi.platform.record.Catalogue;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.rights.Needs;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Out of a pool and back, one record at a time. */
@RestController
@RequestMapping("/api/v1/{path:[a-z][a-z-]*}/{id}")
class ClaimController {
    static final int LONGEST_REASON = 200;

    private final Catalogues catalogues;
    private final ClaimActs acts;

    ClaimController(Catalogues catalogues, ClaimActs acts) {
        this.catalogues = catalogues;
        this.acts = acts;
    }

    /** Why it is given back. */
    record Release(String reason) {}

    @PostMapping("/claim")
    @Needs("{object}.claim")
    ResponseEntity<Map<String, @Nullable Object>> claim(@PathVariable String path, @PathVariable String id) {
        Catalogue catalogue = catalogues.ofPath(path);
        UUID known = Ids.known(id);
        return answer(acts.claim(catalogue, known));
    }

    @PostMapping("/release")
    @Needs("{object}.claim")
    ResponseEntity<Map<String, @Nullable Object>> release(
            @PathVariable String path, @PathVariable String id, @RequestBody @Shaped(Release.class) JsonNode body) {
        Catalogue catalogue = catalogues.ofPath(path);
        UUID known = Ids.known(id);
        return answer(acts.release(catalogue, known, reason(body)));
    }

    static String reason(JsonNode body) {
        var input = Input.of(body, Release.class);
        String reason = input.text("reason", LONGEST_REASON, null);
        input.check();
        return reason;
    }

    private static ResponseEntity<Map<String, @Nullable Object>> answer(Map<String, @Nullable Object> row) {
        return ResponseEntity.ok().eTag(String.valueOf(row.get("version"))).body(row);
    }
}
