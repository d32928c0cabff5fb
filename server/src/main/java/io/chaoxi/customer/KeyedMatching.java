package io.chaoxi.customer;

import io.chaoxi.platform.record.Catalogue;
import io.chaoxi.platform.record.RecordMatching;
import io.chaoxi.platform.rights.Acting;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How records of another module are found again among many rows: by the exact keys of {@link Keyed}. */
@Component
public class KeyedMatching {
    private final KeyedSql sql;
    private final DuplicateSql duplicates;
    private final DuplicateRules rules;
    private final LookAlikes lookAlikes;

    KeyedMatching(KeyedSql sql, DuplicateSql duplicates, DuplicateRules rules, LookAlikes lookAlikes) {
        this.sql = sql;
        this.duplicates = duplicates;
        this.rules = rules;
        this.lookAlikes = lookAlikes;
    }

    /** Nothing refers to such records by name; what they look like are customers. */
    public RecordMatching of(Keyed keyed) {
        return new Matching(keyed);
    }

    private final class Matching implements RecordMatching {
        private final Keyed keyed;

        Matching(Keyed keyed) {
            this.keyed = keyed;
        }

        @Override
        public Set<Key> keys(Map<String, @Nullable Object> values) {
            return ExactKeys.of(keyed.object(), values).only(Keyed.FIELDS::contains).byField().entrySet().stream()
                    .map(key -> new Key(key.getKey(), key.getValue()))
                    .collect(Collectors.toSet());
        }

        @Override
        public Set<String> compared() {
            return rules.all().compared(keyed.object());
        }

        @Override
        public boolean opens(String field) {
            return Reach.opensKey(Acting.current(), keyed.object(), field);
        }

        @Override
        public void lock() {
            duplicates.lockAll(keyed.object());
        }

        @Override
        public Map<Key, List<Known>> known(Collection<Key> keys) {
            Map<String, Set<String>> byField = keys.stream()
                    .collect(Collectors.groupingBy(Key::field, Collectors.mapping(Key::value, Collectors.toSet())));
            var found = new HashMap<Key, List<Known>>();
            byField.forEach((field, values) ->
                    sql.known(keyed, field, values).forEach((value, known) -> found.put(new Key(field, value), known)));
            return found;
        }

        @Override
        public Map<String, Set<UUID>> named(Collection<String> texts) {
            return Map.of();
        }

        @Override
        public List<Optional<Alike>> alike(Catalogue catalogue, List<Map<String, @Nullable Object>> records) {
            return lookAlikes.nearest(catalogue, records);
        }
    }
}
