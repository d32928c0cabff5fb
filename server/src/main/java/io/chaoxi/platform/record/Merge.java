package io.chaoxi.platform.record;

import io.chaoxi.platform.Ids;
import io.chaoxi.platform.problem.FieldError;
import io.chaoxi.platform.problem.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * Which records are to become one.
 *
 * @param survivor the one that stays
 * @param others those that go into it, each with the version that was seen
 * @param take field → the record whose value is kept; what is not named keeps the survivor's value, or where it has none
 *     the first of the others'
 */
record Merge(Seen survivor, List<Seen> others, Map<String, UUID> take) {
    /** So many go into another one at a time. */
    static final int MOST = 20;

    private static final Set<String> PARTS = Set.of("survivor", "others", "take");
    private static final UUID NOBODY = new UUID(0, 0);

    record Seen(UUID id, long version) {}

    List<UUID> otherIds() {
        return others.stream().map(Seen::id).toList();
    }

    /** As the API takes it; refuses with all that is wrong at once. */
    static Merge read(JsonNode body) {
        if (!body.isObject()) throw Refusal.malformed("bodyNotAnObject", Map.of());
        List<FieldError> errors = new ArrayList<>();
        for (String name : body.propertyNames()) {
            if (!PARTS.contains(name)) errors.add(new FieldError(name, "unknownField"));
        }
        var survivor = seen(body.path("survivor"), "survivor", errors);
        var others = others(body.path("others"), errors);
        var take = take(body.path("take"), errors);
        Set<UUID> ids = new HashSet<>(Set.of(survivor.id()));
        if (!others.stream().allMatch(other -> ids.add(other.id()))) errors.add(new FieldError("others", "twiceThere"));
        if (!errors.isEmpty()) throw Refusal.fields(errors);
        return new Merge(survivor, others, take);
    }

    private static List<Seen> others(JsonNode listed, List<FieldError> errors) {
        List<Seen> others = new ArrayList<>();
        if (!listed.isArray() || listed.isEmpty()) errors.add(new FieldError("others", "notAList"));
        if (listed.size() > MOST) errors.add(new FieldError("others", "tooMany", Map.of("max", MOST)));
        for (JsonNode one : listed) others.add(seen(one, "others", errors));
        return others;
    }

    private static Map<String, UUID> take(JsonNode chosen, List<FieldError> errors) {
        var take = new LinkedHashMap<String, UUID>();
        boolean missing = chosen.isMissingNode() || chosen.isNull();
        if (!missing && !chosen.isObject()) errors.add(new FieldError("take", "notAnObject"));
        for (String field : chosen.propertyNames()) {
            Ids.read(chosen.path(field).asString(""))
                    .ifPresentOrElse(
                            id -> take.put(field, id), () -> errors.add(new FieldError(field, "unknownChoice")));
        }
        return take;
    }

    private static Seen seen(JsonNode node, String field, List<FieldError> errors) {
        var id = Ids.read(node.path("id").asString(""));
        if (id.isEmpty()) errors.add(new FieldError(field, "notAnId"));
        JsonNode version = node.path("version");
        if (!version.isIntegralNumber()) errors.add(new FieldError(field, "versionMissing"));
        return new Seen(id.orElse(NOBODY), version.asLong(0));
    }
}
