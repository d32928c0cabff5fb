package io.chaoxi.platform.record;

import io.chaoxi.platform.problem.FieldError;
import io.chaoxi.platform.problem.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Reads a patch: field → value, where absent means untouched and null means cleared. All fields at fault are told at
 * once; unknown, hidden and computed fields are refused, so that nothing is assigned in passing.
 */
@Component
public class Patches {
    private final JsonValues values;

    Patches(JsonValues values) {
        this.values = values;
    }

    /** The values to set by field name; null for cleared. */
    public Map<String, @Nullable Object> read(Catalogue catalogue, JsonNode body, boolean creating) {
        if (!body.isObject()) throw Refusal.malformed("bodyNotAnObject", Map.of());
        var patch = new LinkedHashMap<String, @Nullable Object>();
        List<FieldError> errors = new ArrayList<>();
        for (var entry : body.properties()) {
            if (!"custom".equals(entry.getKey())) {
                read(catalogue, entry.getKey(), entry.getValue(), creating, patch, errors);
            } else if (entry.getValue().isObject()) {
                for (var custom : entry.getValue().properties()) {
                    read(catalogue, "custom." + custom.getKey(), custom.getValue(), creating, patch, errors);
                }
            } else {
                errors.add(new FieldError("custom", "notAnObject"));
            }
        }
        if (!errors.isEmpty()) throw Refusal.fields(errors);
        return patch;
    }

    private void read(
            Catalogue catalogue,
            String name,
            JsonNode node,
            boolean creating,
            Map<String, @Nullable Object> patch,
            List<FieldError> errors) {
        Optional<Field> found = catalogue.visible(name);
        if (found.isEmpty()) {
            errors.add(new FieldError(name.length() > 100 ? name.substring(0, 100) : name, "unknownField"));
            return;
        }
        if (Catalogue.computed(found.get()) && !"owner".equals(name)) {
            errors.add(new FieldError(name, "fieldComputed"));
            return;
        }
        try {
            if (catalogue.showsOnlyMaskOf(found.get(), node.asString(""))) throw new ValueRefused("maskedValue");
            Object value = values.read(found.get(), node);
            if (catalogue.writable(found.get()) || (creating && ownedByOneself(catalogue, name, value))) {
                patch.put(name, value);
            } else {
                errors.add(new FieldError(name, "fieldNotWritable"));
            }
        } catch (ValueRefused refused) {
            errors.add(new FieldError(name, refused.code(), refused.arguments()));
        }
    }

    private static boolean ownedByOneself(Catalogue catalogue, String name, @Nullable Object value) {
        return "owner".equals(name) && catalogue.actor().person().equals(value);
    }
}
