package io.chaoxi.platform.record;

import chaoxi.tables.tables.records.ChangeRecord;
import io.chaoxi.platform.Labels;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.rights.Actor;
import io.chaoxi.platform.rights.FieldRight;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a record tells beyond its row: its history, a masked value on request, why it is out of reach, a new owner. */
@Service
public class RecordDisclosure {
    private static final int PAGE = 50;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final RecordReading reading;
    private final RecordWriting writing;
    private final HistorySql history;
    private final RecordLabels labels;
    private final RowJson json;
    private final Labels texts;

    RecordDisclosure(
            RecordReading reading,
            RecordWriting writing,
            HistorySql history,
            RecordLabels labels,
            RowJson json,
            Labels texts) {
        this.reading = reading;
        this.writing = writing;
        this.history = history;
        this.labels = labels;
        this.json = json;
        this.texts = texts;
    }

    /** Gives the record to another person; needs the right to assign, not to change. */
    @Transactional
    public void assign(Catalogue catalogue, UUID id, String owner) {
        catalogue.actor().require(catalogue.type().object() + ".assign");
        var patch = new HashMap<String, @Nullable Object>();
        try {
            patch.put("owner", TextValues.id(owner));
        } catch (ValueRefused refused) {
            throw Refusal.field("owner", refused.code());
        }
        writing.change(catalogue, id, null, patch, Writing.byHand(true));
    }

    /** Shows one masked value to whoever has the right, and records that he saw it. */
    @Transactional
    public Map<String, Object> reveal(Catalogue catalogue, UUID id, String name) {
        catalogue.actor().require(catalogue.type().object() + ".reveal");
        Field field = catalogue.visible(name).orElseThrow(() -> Refusal.field("field", "unknownField"));
        Object value = reading.find(catalogue, id).values().get(name);
        if (value == null) throw Refusal.field(name, "empty");
        var seen = new LinkedHashMap<String, @Nullable Object>(Map.of("field", name));
        history.add(catalogue.type().object(), List.of(new HistorySql.Line(id, "revealed", List.of(seen))), null);
        return Map.of("field", field.name(), "value", value.toString());
    }

    /** The record's history, newest first, with the field rights of whoever reads it. */
    @Transactional(readOnly = true)
    public RecordReading.Rows history(Catalogue catalogue, UUID id, @Nullable UUID after) {
        reading.find(catalogue, id);
        List<ChangeRecord> lines = history.of(catalogue.type().object(), id, after, PAGE + 1);
        boolean more = lines.size() > PAGE;
        var shown = more ? lines.subList(0, PAGE) : lines;
        String next = more ? shown.getLast().getId().toString() : null;
        return new RecordReading.Rows(
                shown.stream().map(line -> line(catalogue, line)).toList(), next);
    }

    Map<String, @Nullable Object> line(Catalogue catalogue, ChangeRecord line) {
        var shown = new LinkedHashMap<String, @Nullable Object>();
        shown.put("id", line.getId().toString());
        shown.put("at", line.getAt().toInstant().toString());
        shown.put("by", by(line.getById()));
        shown.put("kind", line.getKind());
        shown.put("changes", changes(catalogue, line));
        shown.put("job", line.getJobId() == null ? null : line.getJobId().toString());
        return shown;
    }

    private Map<String, @Nullable Object> by(UUID person) {
        var by = new LinkedHashMap<String, @Nullable Object>();
        by.put("id", person.toString());
        by.put("label", labels.of("person", List.of(person)).getOrDefault(person, "潮汐"));
        return by;
    }

    private List<Map<String, @Nullable Object>> changes(Catalogue catalogue, ChangeRecord line) {
        var shown = new ArrayList<Map<String, @Nullable Object>>();
        if (line.getChanges() == null) return shown;
        for (JsonNode change : JSON.readTree(line.getChanges().data())) {
            catalogue
                    .visible(change.path("field").asString())
                    .ifPresent(field -> shown.add(side(catalogue, field, change)));
        }
        return shown;
    }

    private Map<String, @Nullable Object> side(Catalogue catalogue, Field field, JsonNode change) {
        var shown = new LinkedHashMap<String, @Nullable Object>();
        shown.put("field", field.name());
        shown.put("label", field.label().in(catalogue.actor().locale()));
        for (String side : List.of("from", "to")) {
            Object value = stored(field, change.get(side));
            shown.put(side, shown(catalogue, field, value));
        }
        return shown;
    }

    private @Nullable Object shown(Catalogue catalogue, Field field, @Nullable Object value) {
        if (value != null && catalogue.right(field) == FieldRight.MASKED) return RowJson.mask(field, value);
        return json.value(field, value, titles(field, value), catalogue.actor());
    }

    static @Nullable Object stored(Field field, @Nullable JsonNode node) {
        if (node == null || node.isNull()) return null;
        if (field.type() != FieldType.TAGS) return JsonValues.fromStored(field, node);
        List<UUID> ids = new ArrayList<>();
        node.forEach(item -> ids.add(UUID.fromString(item.asString())));
        return ids;
    }

    private Map<UUID, String> titles(Field field, @Nullable Object value) {
        return value instanceof UUID id && field.object() != null ? labels.of(field.object(), List.of(id)) : Map.of();
    }

    /** One step of the decision and how it came out. */
    public record Step(String check, boolean ok, String text) {}

    /** Why a record is or is not in reach; the same for a missing, a foreign and an unreachable one. */
    public record Explanation(boolean visible, List<Step> steps) {}

    @Transactional(readOnly = true)
    public Explanation why(Catalogue catalogue, String id) {
        Actor actor = catalogue.actor();
        String object = catalogue.type().object();
        List<Step> steps = new ArrayList<>();
        boolean may = actor.may(object + ".read");
        steps.add(step("action", may, actor, object));
        boolean reached = may && reached(catalogue, id);
        String scope = catalogue.type().owned() ? actor.scope(object).key() : "all";
        steps.add(new Step(
                "scope",
                reached,
                texts.of("why", (reached ? "reached." : "unreached.") + scope).in(actor.locale())));
        if (reached) fieldSteps(catalogue, steps);
        return new Explanation(reached, steps);
    }

    private Step step(String check, boolean ok, Actor actor, String object) {
        String text = texts.of("why", ok ? "mayRead" : "mayNotRead")
                .in(actor.locale(), Map.of("permission", object + ".read"));
        return new Step(check, ok, text);
    }

    private boolean reached(Catalogue catalogue, String id) {
        try {
            reading.find(catalogue, UUID.fromString(id));
            return true;
        } catch (Refusal | IllegalArgumentException refused) {
            return false;
        }
    }

    private void fieldSteps(Catalogue catalogue, List<Step> steps) {
        long masked = catalogue.visible().stream().filter(catalogue::masked).count();
        int hidden = catalogue.all().size() - catalogue.visible().size();
        String text =
                texts.of("why", "fields").in(catalogue.actor().locale(), Map.of("masked", masked, "hidden", hidden));
        steps.add(new Step("field", masked + hidden == 0, text));
    }
}
