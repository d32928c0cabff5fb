package io.chaoxi.customer;

import static chaoxi.tables.Tables.DUPLICATE_RULES;

import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.rights.AccessLog;
import io.chaoxi.platform.rights.Acting;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The rules of the acting person's firm for records with the same key. */
@Service
class DuplicateRules {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final DSLContext database;
    private final AccessLog accessLog;

    DuplicateRules(DSLContext database, AccessLog accessLog) {
        this.database = database;
        this.accessLog = accessLog;
    }

    /** All rules, and the version that they have together; 1 as long as none was set. */
    record All(long version, Map<DuplicateKey, DuplicateRule> rules) {
        /** The rules of an object by its fields. */
        Map<String, DuplicateRule> of(String object) {
            var byField = new HashMap<String, DuplicateRule>();
            DuplicateKey.of(object).forEach(key -> byField.put(key.field(), Objects.requireNonNull(rules.get(key))));
            return byField;
        }

        /** The fields of an object by which records count as the same. */
        Set<String> compared(String object) {
            return of(object).entrySet().stream()
                    .filter(rule -> rule.getValue() != DuplicateRule.ALLOW)
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
        }
    }

    @Transactional(readOnly = true)
    public All all() {
        return database.selectFrom(DUPLICATE_RULES)
                .fetchOptional(row -> new All(row.getVersion(), read(row.getRules())))
                .orElseGet(() -> new All(1, read(null)));
    }

    /** What is stored, with the defaults for what is not. */
    static Map<DuplicateKey, DuplicateRule> read(@Nullable JSONB stored) {
        JsonNode set = stored == null ? JSON.createObjectNode() : JSON.readTree(stored.data());
        var rules = new EnumMap<DuplicateKey, DuplicateRule>(DuplicateKey.class);
        for (DuplicateKey key : DuplicateKey.values()) {
            JsonNode rule = set.get(key.key());
            rules.put(key, rule == null ? key.otherwise() : DuplicateRule.of(rule.asString()));
        }
        return rules;
    }

    /** Needs {@code settings.manage}; 409 when they changed since that version. Noted in the access log. */
    @Transactional
    public void change(Map<DuplicateKey, DuplicateRule> changed, long version) {
        Acting.current().require("settings.manage");
        All stand = all();
        var rules = new HashMap<String, String>();
        stand.rules().forEach((key, rule) -> rules.put(key.key(), rule.key()));
        changed.forEach((key, rule) -> rules.put(key.key(), rule.key()));
        if (stand.version() != version || !written(JSONB.valueOf(JSON.writeValueAsString(rules)), version)) {
            throw Refusal.stale(all().version());
        }
        changed.forEach((key, rule) ->
                accessLog.add("duplicateRuleChanged", null, null, Map.of("key", key.key(), "rule", rule.key())));
    }

    private boolean written(JSONB rules, long version) {
        return database.insertInto(DUPLICATE_RULES)
                        .set(DUPLICATE_RULES.TENANT_ID, Acting.current().tenant())
                        .set(DUPLICATE_RULES.VERSION, version + 1)
                        .set(DUPLICATE_RULES.RULES, rules)
                        .onConflict(DUPLICATE_RULES.TENANT_ID)
                        .doUpdate()
                        .set(DUPLICATE_RULES.VERSION, version + 1)
                        .set(DUPLICATE_RULES.RULES, rules)
                        .where(DUPLICATE_RULES.VERSION.eq(version))
                        .execute()
                == 1;
    }
}
