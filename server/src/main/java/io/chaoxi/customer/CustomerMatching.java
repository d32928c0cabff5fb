package io.chaoxi.customer;

import io.chaoxi.platform.record.Catalogue;
import io.chaoxi.platform.record.RecordMatching;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.text.CompanyNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Customers among many rows: the same by normalised name, credit code, phone or e-mail; meant by name or credit code,
 * where the very writing wins over one that only normalises to the same.
 */
@Component
class CustomerMatching implements RecordMatching {
    private final CustomerSql customers;
    private final DuplicateSql duplicates;
    private final DuplicateRules rules;
    private final LookAlikes lookAlikes;

    CustomerMatching(CustomerSql customers, DuplicateSql duplicates, DuplicateRules rules, LookAlikes lookAlikes) {
        this.customers = customers;
        this.duplicates = duplicates;
        this.rules = rules;
        this.lookAlikes = lookAlikes;
    }

    @Override
    public Set<Key> keys(Map<String, @Nullable Object> values) {
        return ExactKeys.of("customer", values).byField().entrySet().stream()
                .map(key -> new Key(key.getKey(), key.getValue()))
                .collect(Collectors.toSet());
    }

    @Override
    public Set<String> compared() {
        return rules.all().compared("customer");
    }

    @Override
    public boolean opens(String field) {
        return Reach.opensKey(Acting.current(), "customer", field);
    }

    @Override
    public void lock() {
        duplicates.lockAll("customer");
    }

    @Override
    public Map<Key, List<Known>> known(Collection<Key> keys) {
        Map<String, Set<String>> byField = keys.stream()
                .collect(Collectors.groupingBy(Key::field, Collectors.mapping(Key::value, Collectors.toSet())));
        var found = new HashMap<Key, List<Known>>();
        byField.forEach((field, values) ->
                customers.known(field, values).forEach((value, known) -> found.put(new Key(field, value), known)));
        return found;
    }

    @Override
    public Map<String, Set<UUID>> named(Collection<String> texts) {
        var found = new HashMap<String, Set<UUID>>();
        var byName = customers.named(
                texts.stream().map(CompanyNames::normalise).distinct().toList());
        var codes = opens("creditCode")
                ? texts.stream().map(CustomerMatching::code).distinct().toList()
                : List.<String>of();
        var byCode = customers.known("creditCode", codes);
        for (String text : texts) {
            var ids = new HashSet<>(meant(text, byName.getOrDefault(CompanyNames.normalise(text), Map.of())));
            byCode.getOrDefault(code(text), new ArrayList<>()).forEach(known -> ids.add(known.id()));
            if (!ids.isEmpty()) found.put(text, ids);
        }
        return found;
    }

    @Override
    public List<Optional<Alike>> alike(Catalogue catalogue, List<Map<String, @Nullable Object>> records) {
        return lookAlikes.nearest(catalogue, records);
    }

    private static String code(String text) {
        return text.strip().toUpperCase(Locale.ROOT);
    }

    private static Set<UUID> meant(String text, Map<UUID, String> names) {
        var exact = names.entrySet().stream()
                .filter(one -> one.getValue().equals(text))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return exact.isEmpty() ? names.keySet() : exact;
    }
}
