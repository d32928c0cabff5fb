package io.chaoxi.identity.role;

import io.chaoxi.platform.Label;
import io.chaoxi.platform.Labels;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.Field;
import io.chaoxi.platform.record.RecordType;
import io.chaoxi.platform.rights.DataScope;
import io.chaoxi.platform.rights.FieldRight;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Every permission there is: the actions on each registered object, and the single ones. */
@Component
public class Permissions {
    private static final String TOPIC = "permission";
    private static final List<String> ACTIONS = List.of("read", "create", "update", "delete", "export", "import");
    private static final List<String> OWNED_ACTIONS = List.of("assign", "reveal", "merge", "share");
    private static final Set<String> SET_UP = Set.of("person", "department", "pool");
    static final List<String> SINGLE = List.of(
            "settings.manage",
            "people.manage",
            "roles.manage",
            "dictionary.manage",
            "field.manage",
            "tag.manage",
            "play.manage",
            "view.publish",
            "audit.read",
            "privacy.manage",
            "promise.strike",
            "bulk.run");

    private final Catalogues catalogues;
    private final Labels labels;

    Permissions(Catalogues catalogues, Labels labels) {
        this.catalogues = catalogues;
        this.labels = labels;
    }

    /** A permission as the role page shows it; {@code object} is null for the single ones. */
    public record Entry(String key, @Nullable String object, Label label) {}

    public List<Entry> entries() {
        var ofObjects = catalogues.types().stream()
                .flatMap(type -> actions(type)
                        .map(action -> new Entry(
                                type.object() + "." + action, type.object(), labels.of(TOPIC, "action." + action))));
        var single = SINGLE.stream().map(key -> new Entry(key, null, labels.of(TOPIC, key)));
        return Stream.concat(ofObjects, single).toList();
    }

    /** Only owned records can be assigned, revealed, merged and shared, and claimed, and kept from returning, where there are pools of them. */
    static Stream<String> actions(RecordType type) {
        var owned = type.owned() ? OWNED_ACTIONS : List.<String>of();
        var pooled = type.pooled() ? List.of("claim", "lock") : List.<String>of();
        return Stream.of(ACTIONS, owned, pooled).flatMap(List::stream);
    }

    public Set<String> all() {
        return Stream.concat(
                        catalogues.types().stream()
                                .flatMap(type -> actions(type).map(action -> type.object() + "." + action)),
                        SINGLE.stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    Set<String> objects() {
        return catalogues.types().stream().map(RecordType::object).collect(Collectors.toUnmodifiableSet());
    }

    Optional<RecordType> type(String object) {
        return catalogues.types().stream()
                .filter(type -> type.object().equals(object))
                .findFirst();
    }

    /** The objects of the trade: everything but what the firm is set up with. */
    List<String> business() {
        return catalogues.types().stream()
                .map(RecordType::object)
                .filter(object -> !SET_UP.contains(object))
                .toList();
    }

    /** What a role may do with a field of which it says nothing. */
    FieldRight byDefault(String object, String field) {
        boolean sensitive = type(object)
                .flatMap(type -> type.field(field))
                .filter(found -> found.is(Field.Trait.SENSITIVE))
                .isPresent();
        return sensitive ? FieldRight.MASKED : FieldRight.WRITE;
    }

    /** The administrator's rights spelled out, so that the scopes of a token can narrow them. */
    Rights spelledOut() {
        var scopes = new LinkedHashMap<String, DataScope>();
        var fields = new LinkedHashMap<String, Map<String, FieldRight>>();
        for (RecordType type : catalogues.types()) {
            scopes.put(type.object(), DataScope.ALL);
            fields.put(
                    type.object(),
                    type.fields().stream()
                            .filter(field -> field.is(Field.Trait.SENSITIVE))
                            .collect(Collectors.toMap(Field::name, field -> FieldRight.WRITE)));
        }
        return new Rights(false, all(), scopes, fields);
    }
}
