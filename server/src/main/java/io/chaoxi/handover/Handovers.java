package io.chaoxi.handover;

import io.chaoxi.platform.job.JobView;
import io.chaoxi.platform.problem.FieldError;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.BulkChange;
import io.chaoxi.platform.record.Catalogue;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.HandedOn;
import io.chaoxi.platform.record.OwnedRows;
import io.chaoxi.platform.record.OwnedRows.Asked;
import io.chaoxi.platform.record.RecordFinding;
import io.chaoxi.platform.record.RecordQuery;
import io.chaoxi.platform.record.RecordReading;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Everything of a person to others in one step, as far as the acting person reaches and may assign it. */
@Service
class Handovers {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Catalogues catalogues;
    private final RecordReading reading;
    private final RecordFinding finding;
    private final OwnedRows rows;
    private final BulkChange bulk;
    private final List<HandedOn> objects;

    Handovers(
            Catalogues catalogues,
            RecordReading reading,
            RecordFinding finding,
            OwnedRows rows,
            BulkChange bulk,
            List<HandedOn> objects) {
        this.catalogues = catalogues;
        this.reading = reading;
        this.finding = finding;
        this.rows = rows;
        this.bulk = bulk;
        this.objects = objects;
    }

    /**
     * How many of an object a person holds.
     *
     * @param filter names exactly these in the object's list
     * @param releasable whether they may go back to the pools instead
     */
    record Holding(String object, long count, boolean exact, String filter, boolean releasable) {}

    /** To whom the records of an object go: to these, in turn or to whoever has fewest, or back to the pools. */
    record Part(String object, List<UUID> owners, @Nullable String by, boolean release) {}

    /** What of the person the acting person may give away; 404 for somebody out of his reach. */
    @Transactional(readOnly = true)
    List<Holding> of(UUID person) {
        finding.find(catalogues.of("person"), person);
        var held = new ArrayList<Holding>();
        for (HandedOn one : objects) {
            Catalogue catalogue = catalogues.of(one.object());
            var actor = catalogue.actor();
            String filter = one.of(person.toString());
            if (!actor.may(one.object() + ".assign") || !rows.answers(new Asked(catalogue, one.open()), "")) continue;
            var total = reading.count(catalogue, RecordQuery.of(filter, ""));
            boolean releasable = catalogue.type().pooled() && actor.may(one.object() + ".claim");
            held.add(new Holding(one.object(), total.value(), total.exact(), filter, releasable));
        }
        return held;
    }

    /**
     * Starts one job for each object of which the person has something; all or none. A record that is no longer his when
     * its turn comes stays where it is, so that sending the same twice gives nothing away twice.
     */
    @Transactional
    List<JobView> start(UUID person, List<Part> parts, String reason) {
        finding.find(catalogues.of("person"), person);
        var seen = new HashSet<String>();
        var started = new ArrayList<JobView>();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            String at = "parts[" + i + "].";
            var handed = objects.stream()
                    .filter(one -> one.object().equals(part.object()) && seen.add(one.object()))
                    .findFirst()
                    .orElseThrow(() -> Refusal.field(at + "object", "unknownChoice"));
            if (part.owners().contains(person)) throw Refusal.field(at + "owners", "handedToHimself");
            start(handed, part, person, at, reason).ifPresent(started::add);
        }
        if (started.isEmpty()) throw Refusal.of(422, "nothingSelected");
        return started;
    }

    private Optional<JobView> start(HandedOn handed, Part part, UUID person, String at, String reason) {
        Catalogue catalogue = catalogues.of(handed.object());
        String filter = handed.of(person.toString());
        if (reading.count(catalogue, RecordQuery.of(filter, "")).value() == 0) return Optional.empty();
        try {
            return Optional.of(bulk.start(catalogue, body(filter, part, person, reason)));
        } catch (Refusal refused) {
            if (refused.errors().isEmpty()) throw refused;
            throw Refusal.fields(refused.errors().stream()
                    .map(error -> new FieldError(at + error.field(), error.code(), error.arguments()))
                    .toList());
        }
    }

    private static JsonNode body(String filter, Part part, UUID person, String reason) {
        ObjectNode arguments = JSON.createObjectNode();
        arguments.put("from", person.toString());
        if (part.release()) {
            arguments.put("reason", reason);
        } else {
            arguments.set("owners", JSON.valueToTree(part.owners()));
            if (part.by() != null) arguments.put("by", part.by());
        }
        ObjectNode body = JSON.createObjectNode();
        body.put("filter", filter);
        body.put("action", part.release() ? "release" : "assign");
        body.set("arguments", arguments);
        return body;
    }
}
