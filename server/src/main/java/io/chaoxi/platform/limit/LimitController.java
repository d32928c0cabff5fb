package io.chaoxi.platform.limit;

import io.chaoxi.platform.problem.Input;
import io.chaoxi.platform.rights.Needs;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The firm's limits, by name. */
@RestController
@RequestMapping("/api/v1/firm/limits")
@Needs("settings.manage")
class LimitController {
    private static final Set<String> KEYS =
            Arrays.stream(Limit.values()).map(Limit::key).collect(Collectors.toUnmodifiableSet());

    private final Limits limits;

    LimitController(Limits limits) {
        this.limits = limits;
    }

    @GetMapping
    Map<String, Long> limits() {
        var answer = new LinkedHashMap<String, Long>();
        limits.all().forEach((limit, value) -> answer.put(limit.key(), value));
        return answer;
    }

    @PatchMapping
    Map<String, Long> change(@RequestBody JsonNode body) {
        var input = Input.of(body, KEYS);
        var changed = new LinkedHashMap<Limit, Long>();
        for (Limit limit : Limit.values()) {
            if (input.has(limit.key())) changed.put(limit, (long) input.number(limit.key(), 0, limit.most(), 0));
        }
        input.check();
        changed.forEach(limits::set);
        return limits();
    }
}
