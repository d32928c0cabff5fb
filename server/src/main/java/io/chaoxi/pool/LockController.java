package io.chaoxi.pool;

import io.chaoxi.platform.Ids;
import io.chaoxi.platform.problem.Shaped;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.rights.Needs;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Exempt from the rules of return, and under them again. */
@RestController
@RequestMapping("/api/v1/{path:[a-z][a-z-]*}/{id}")
class LockController {
    private final Catalogues catalogues;
    private final Locks locks;

    LockController(Catalogues catalogues, Locks locks) {
        this.catalogues = catalogues;
        this.locks = locks;
    }

    /** Why it is locked, or no longer. */
    record Lock(String reason) {}

    @PostMapping("/lock")
    @Needs("{object}.lock")
    ResponseEntity<Map<String, @Nullable Object>> lock(
            @PathVariable String path, @PathVariable String id, @RequestBody @Shaped(Lock.class) JsonNode body) {
        return put(path, id, true, body);
    }

    @PostMapping("/unlock")
    @Needs("{object}.lock")
    ResponseEntity<Map<String, @Nullable Object>> unlock(
            @PathVariable String path, @PathVariable String id, @RequestBody @Shaped(Lock.class) JsonNode body) {
        return put(path, id, false, body);
    }

    private ResponseEntity<Map<String, @Nullable Object>> put(String path, String id, boolean locked, JsonNode body) {
        var row = locks.put(catalogues.ofPath(path), Ids.known(id), locked, ClaimController.reason(body));
        return ResponseEntity.ok().eTag(String.valueOf(row.get("version"))).body(row);
    }
}
