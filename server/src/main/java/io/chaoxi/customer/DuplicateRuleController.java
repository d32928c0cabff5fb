package io.chaoxi.customer;

import io.chaoxi.platform.problem.IfMatch;
import io.chaoxi.platform.problem.Input;
import io.chaoxi.platform.problem.Shaped;
import io.chaoxi.platform.rights.Needs;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
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

/** The firm's rules for duplicates, by {@link DuplicateKey#key()}: {@code refuse}, {@code warn} or {@code allow}. */
@RestController
@RequestMapping("/api/v1/firm/duplicate-rules")
@Needs("settings.manage")
class DuplicateRuleController {
    private static final List<String> RULES =
            Arrays.stream(DuplicateRule.values()).map(DuplicateRule::key).toList();

    /** The rules to change. */
    record Body(
            @Nullable String customerName,
            @Nullable String customerCreditCode,
            @Nullable String customerPhone,
            @Nullable String customerEmail,
            @Nullable String contactName,
            @Nullable String contactPhone,
            @Nullable String contactEmail,
            @Nullable String leadName,
            @Nullable String leadPhone,
            @Nullable String leadEmail) {}

    /** All rules. */
    record Answer(long version, Map<String, String> rules) {}

    private final DuplicateRules rules;

    DuplicateRuleController(DuplicateRules rules) {
        this.rules = rules;
    }

    @GetMapping
    ResponseEntity<Answer> rules() {
        var all = rules.all();
        var byKey = new LinkedHashMap<String, String>();
        all.rules().forEach((key, rule) -> byKey.put(key.key(), rule.key()));
        return ResponseEntity.ok().eTag(String.valueOf(all.version())).body(new Answer(all.version(), byKey));
    }

    @PatchMapping
    ResponseEntity<Answer> change(
            @RequestBody @Shaped(Body.class) JsonNode body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        long version = IfMatch.version(ifMatch);
        var input = Input.of(body, Body.class);
        var changed = new EnumMap<DuplicateKey, DuplicateRule>(DuplicateKey.class);
        for (DuplicateKey key : DuplicateKey.values()) {
            if (!input.has(key.key())) continue;
            String rule = input.word(key.key(), RULES, "");
            if (RULES.contains(rule)) changed.put(key, DuplicateRule.of(rule));
        }
        input.check();
        rules.change(changed, version);
        return rules();
    }
}
