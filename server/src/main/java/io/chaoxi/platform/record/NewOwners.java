package io.chaoxi.platform.record;

import io.chaoxi.platform.Ids;
import io.chaoxi.platform.problem.FieldError;
import io.chaoxi.platform.problem.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** To whom the records of a bulk assignment go: all to one, to several in turn, or each to whoever has the fewest. */
@Component
class NewOwners {
    private static final int MOST = 200;
    private static final String LOAD = "load";
    private static final Set<String> WAYS = Set.of("roundRobin", LOAD);

    private final Handover handover;
    private final RecordFinding finding;
    private final Catalogues catalogues;

    NewOwners(Handover handover, RecordFinding finding, Catalogues catalogues) {
        this.handover = handover;
        this.finding = finding;
        this.catalogues = catalogues;
    }

    /** Refuses what names nobody, or somebody who is not there. */
    void check(Catalogue catalogue, JsonNode arguments) {
        if (arguments.has("owner") && arguments.has("owners")) {
            throw Refusal.fields(List.of(new FieldError("owners", "onlyOneOf", Map.of("field", "owner"))));
        }
        if (arguments.has("by") && !WAYS.contains(arguments.path("by").asString(""))) {
            throw Refusal.field("by", "unknownChoice");
        }
        for (UUID owner : several(arguments)) {
            if (!finding.reaches(catalogues.of("person"), owner)) throw Refusal.field("owners", "unknownReference");
        }
        if (!arguments.has("owners")) one(arguments);
        if (!catalogue.writable(catalogue.visible("owner").orElseThrow(() -> Refusal.field("owner", "unknownField")))) {
            throw Refusal.field("owner", "fieldNotWritable");
        }
    }

    void assign(Catalogue catalogue, UUID record, long row, JsonNode body, Writing how) {
        UUID owner = next(catalogue.type(), row, body.path("arguments"));
        handover.assign(catalogue, record, new Handover.To(owner, pool(body)), how);
    }

    private static @Nullable UUID pool(JsonNode body) {
        return body.path("pool").isString() ? Ids.known(body.path("pool").stringValue()) : null;
    }

    private @Nullable UUID next(RecordType type, long row, JsonNode arguments) {
        if (!arguments.has("owners")) return one(arguments);
        List<UUID> owners = several(arguments);
        boolean byLoad = LOAD.equals(arguments.path("by").asString(""));
        return byLoad ? handover.leastLoaded(type, owners) : owners.get((int) ((row - 1) % owners.size()));
    }

    private static @Nullable UUID one(JsonNode arguments) {
        JsonNode owner = arguments.path("owner");
        if (owner.isMissingNode()) throw Refusal.field("owner", "notBlank");
        return owner.isNull() ? null : id("owner", owner);
    }

    private static List<UUID> several(JsonNode arguments) {
        if (!arguments.has("owners")) return List.of();
        List<UUID> owners = new ArrayList<>();
        arguments.path("owners").forEach(owner -> owners.add(id("owners", owner)));
        if (owners.isEmpty() || owners.size() > MOST) throw Refusal.field("owners", "notBlank");
        return owners;
    }

    private static UUID id(String field, JsonNode text) {
        return Ids.read(text.asString("")).orElseThrow(() -> Refusal.field(field, "notAnId"));
    }
}
