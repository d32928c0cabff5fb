package io.chaoxi.platform.record;

import io.chaoxi.platform.problem.FieldError;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.RecordReading.Found;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the survivor of a merge gets from the others, and what it was before. */
final class MergedValues {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Catalogue catalogue;
    private final BiPredicate<Field, UUID> leads;

    /** @param leads whether a reference leads to what is there, and in reach of the acting person */
    MergedValues(Catalogue catalogue, BiPredicate<Field, UUID> leads) {
        this.catalogue = catalogue;
        this.leads = leads;
    }

    /** What was chosen, what the survivor lacks, and all tags and files. Refuses a choice that is none. */
    Map<String, @Nullable Object> of(Merge merge, Map<UUID, Found> found) {
        checkChoices(merge, found);
        var patch = new HashMap<String, @Nullable Object>();
        var own = Objects.requireNonNull(found.get(merge.survivor().id())).values();
        for (Field field : catalogue.all()) {
            if (Catalogue.computed(field)) continue;
            UUID chosen = merge.take().get(field.name());
            Object value = chosen == null ? filledIn(field, merge, found) : value(found, chosen, field);
            if (field.type() == FieldType.RECORD && value instanceof UUID id && found.containsKey(id)) value = null;
            if (!Objects.equals(value, own.get(field.name()))) patch.put(field.name(), value);
        }
        return patch;
    }

    private void checkChoices(Merge merge, Map<UUID, Found> found) {
        List<FieldError> errors = new ArrayList<>();
        merge.take().forEach((name, record) -> {
            var field = catalogue.visible(name);
            if (field.isEmpty()) errors.add(new FieldError(name, "unknownField"));
            else if (!catalogue.writable(field.get())) errors.add(new FieldError(name, "fieldNotWritable"));
            else if (!found.containsKey(record)) errors.add(new FieldError(name, "unknownChoice"));
        });
        if (!errors.isEmpty()) throw Refusal.fields(errors);
    }

    private static @Nullable Object value(Map<UUID, Found> found, UUID record, Field field) {
        return Objects.requireNonNull(found.get(record)).values().get(field.name());
    }

    /**
     * The first value that there is, the survivor's first; of lists, all of them together. The owner stays, and nothing is
     * filled in that leads to where the acting person does not reach: he did not choose it.
     */
    private @Nullable Object filledIn(Field field, Merge merge, Map<UUID, Found> found) {
        Object own = value(found, merge.survivor().id(), field);
        if (field.name().equals("owner")
                || catalogue.type().rules().notTakenOver().contains(field.name())) return own;
        if (field.type() == FieldType.TAGS || field.type() == FieldType.FILES) return together(field, found);
        if (own != null) return own;
        return found.values().stream()
                .map(one -> one.values().get(field.name()))
                .filter(Objects::nonNull)
                .findFirst()
                .filter(value -> !(value instanceof UUID id) || leads.test(field, id))
                .orElse(null);
    }

    private static @Nullable Object together(Field field, Map<UUID, Found> found) {
        var all = new LinkedHashSet<Object>();
        for (Found one : found.values()) {
            if (one.values().get(field.name()) instanceof List<?> items) all.addAll(items);
        }
        return all.isEmpty() ? null : List.copyOf(all);
    }

    /** The patch beside what stood there before, for the undo. */
    static JSONB changes(Map<String, @Nullable Object> patch, Found survivor) {
        var changes = new ArrayList<Map<String, @Nullable Object>>();
        patch.forEach((field, to) -> {
            Object from = survivor.values().get(field);
            var change = new LinkedHashMap<String, @Nullable Object>();
            change.put("field", field);
            change.put("from", from == null ? null : JsonValues.toStored(from));
            change.put("to", to == null ? null : JsonValues.toStored(to));
            changes.add(change);
        });
        return JSONB.valueOf(JSON.writeValueAsString(changes));
    }

    /** What the survivor was, where nobody changed it since and what it then led to is still there. */
    Map<String, @Nullable Object> former(JSONB changes, Found stands) {
        var former = new HashMap<String, @Nullable Object>();
        for (JsonNode change : JSON.readTree(changes.data())) {
            String name = change.path("field").asString();
            for (Field field : catalogue.all()) {
                if (!field.name().equals(name)) continue;
                Object from = HistoryLines.stored(field, change.get("from"));
                Object became = HistoryLines.stored(field, change.get("to"));
                boolean untouched = Objects.equals(stands.values().get(name), became);
                boolean there = !(from instanceof UUID id) || leads.test(field, id);
                if (untouched && there) former.put(name, from);
            }
        }
        return former;
    }
}
