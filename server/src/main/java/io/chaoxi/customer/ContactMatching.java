package io.chaoxi.customer;

import io.chaoxi.platform.record.RecordMatching;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
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

    ContactMatching(ContactSql contacts) {
        this.contacts = contacts;
    }

    @Override
    public Set<Key> keys(Map<String, @Nullable Object> values) {
        var keys = new HashSet<Key>();
        for (String field : List.of("phone", "email")) {
            if (values.get(field) instanceof String text) keys.add(new Key(field, text));
        }
        if (values.get("name") instanceof String name && values.get("customer") instanceof UUID customer) {
            keys.add(new Key(AT_CUSTOMER, customer + " " + name));
        }
        return keys;
    }

    @Override
    public void lock() {
        contacts.lockAll();
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
