package io.chaoxi.platform.limit;

import io.chaoxi.platform.problem.IfMatch;
import io.chaoxi.platform.problem.Input;
import io.chaoxi.platform.problem.Shaped;
import io.chaoxi.platform.rights.Needs;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The firm's limits, by name. */
@RestController
@RequestMapping("/api/v1/firm/limits")
@Needs("settings.manage")
class LimitController {
    /** The limits to change, by {@link Limit#key()}. */
    record Body(
            @Nullable Integer storageMegabytes,
            @Nullable Integer exportRowsPerDay,
            @Nullable Integer completePercent,
            @Nullable Integer unchangedDays,
            @Nullable Integer visitGraceMinutes) {}

    private final Limits limits;

    LimitController(Limits limits) {
        this.limits = limits;
    }

    @GetMapping
    ResponseEntity<Map<String, Long>> limits() {
        var all = limits.all();
        var answer = new LinkedHashMap<String, Long>();
        answer.put("version", all.version());
        all.values().forEach((limit, value) -> answer.put(limit.key(), value));
        return ResponseEntity.ok().eTag(String.valueOf(all.version())).body(answer);
    }

    @PatchMapping
    ResponseEntity<Map<String, Long>> change(
            @RequestBody @Shaped(Body.class) JsonNode body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        long version = IfMatch.version(ifMatch);
        var input = Input.of(body, Body.class);
        var changed = new LinkedHashMap<Limit, Long>();
        for (Limit limit : Limit.values()) {
            if (input.has(limit.key())) changed.put(limit, (long) input.number(limit.key(), 0, limit.most(), 0));
        }
        input.check();
        limits.change(changed, version);
        return limits();
    }
}
