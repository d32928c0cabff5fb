package io.chaoxi.customer;

import io.chaoxi.platform.record.RecordMatching;
import io.chaoxi.platform.rights.Acting;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Contacts among many rows: the same by phone or e-mail, or by name at the same customer; nothing refers to them by name. */
@Component
class ContactMatching implements RecordMatching {
    private static final String AT_CUSTOMER = "name";

    private final ContactSql contacts;
    private final DuplicateSql duplicates;
    private final DuplicateRules rules;

    ContactMatching(ContactSql contacts, DuplicateSql duplicates, DuplicateRules rules) {
        this.contacts = contacts;
        this.duplicates = duplicates;
        this.rules = rules;
    }

    @Override
    public Set<Key> keys(Map<String, @Nullable Object> values) {
        return ExactKeys.of("contact", values).byField().entrySet().stream()
                .map(key -> new Key(key.getKey(), key.getValue()))
                .collect(Collectors.toSet());
    }

    @Override
    public Set<String> compared() {
        return rules.all().compared("contact");
    }

    @Override
    public boolean opens(String field) {
        return Reach.opensKey(Acting.current(), "contact", field);
    }

    @Override
    public void lock() {
        duplicates.lockAll("contact");
    }

    @Override
    public Map<Key, List<Known>> known(Collection<Key> keys) {
        Map<String, Set<String>> byField = keys.stream()
                .collect(Collectors.groupingBy(Key::field, Collectors.mapping(Key::value, Collectors.toSet())));
        var found = new HashMap<Key, List<Known>>();
        byField.forEach((field, values) -> {
            var known = AT_CUSTOMER.equals(field) ? contacts.atCustomers(values) : contacts.known(field, values);
            known.forEach((value, some) -> found.put(new Key(field, value), some));
        });
        return found;
    }

    @Override
    public Map<String, Set<UUID>> named(Collection<String> texts) {
        return Map.of();
    }
}
