package io.chaoxi.lead;

import io.chaoxi.platform.Ids;
import io.chaoxi.platform.problem.Refusal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a lead shall become on one side: nothing, a new record, or one that is there.
 *
 * @param id of the one that is there
 * @param values of a new one, beside what the lead hands on, as they were sent
 */
record Target(boolean fresh, @Nullable UUID id, @Nullable JsonNode values) {
    private static final String NEW = "new";

    /** Null for nothing, {@code new}, or the id of a record. */
    static Target of(String object, @Nullable String text, @Nullable JsonNode values) {
        boolean fresh = NEW.equals(text);
        if (values != null && !values.isObject()) throw Refusal.field(valuesOf(object), "notAnObject");
        if (values != null && !fresh) throw Refusal.field(valuesOf(object), "valuesOfNewOnly");
        if (text == null || fresh) return new Target(fresh, null, values);
        return new Target(false, Ids.read(text).orElseThrow(() -> Refusal.field(object, "notAnId")), null);
    }

    /** What the values of a new record are called in the request. */
    static String valuesOf(String object) {
        return object + "Values";
    }

    /** What the conversion decides is not to be sent: whose the new one is, and at which customer. */
    void refuseDecided() {
        if (values == null) return;
        for (String field : List.of("owner", "customer")) {
            if (values.has(field)) throw Refusal.field(field, "fieldNotWritable");
        }
    }

    boolean none() {
        return !fresh && id == null;
    }
}
