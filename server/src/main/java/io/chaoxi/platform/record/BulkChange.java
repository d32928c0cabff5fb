package io.chaoxi.platform.record;

import io.chaoxi.platform.Ids;
import io.chaoxi.platform.job.JobKind;
import io.chaoxi.platform.job.JobRows;
import io.chaoxi.platform.job.JobRun;
import io.chaoxi.platform.job.JobView;
import io.chaoxi.platform.job.Jobs;
import io.chaoxi.platform.problem.FieldError;
import io.chaoxi.platform.problem.Input;
import io.chaoxi.platform.problem.Refusal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/**
 * Changes, assigns, tags, deletes or restores many records. The records are fixed exactly when it starts; each is then
 * checked and written by itself with the rights of that moment, and the job tells what became of each.
 */
@Service
public class BulkChange implements JobKind {
    static final int MOST = 100_000;
    private static final Set<String> ACTIONS = Set.of("assign", "delete", "restore", "addTags", "removeTags");

    /**
     * Which records, {@code ids} or {@code filter} with {@code q}, in a pool when one is named, and what is done to them,
     * {@code patch} or {@code action}. Out of that pool they are assigned only while they wait there.
     */
    record Body(
            @Nullable List<UUID> ids,
            @Nullable String filter,
            @Nullable String q,
            @Nullable UUID pool,
            @Nullable JsonNode patch,
            @Nullable String action,
            @Nullable Arguments arguments) {}

    /**
     * The new owner, or several, {@code by} {@code roundRobin} or {@code load}; the tags that are added or removed; why a
     * record is given back. With {@code from} only what is still this person's.
     */
    record Arguments(
            @Nullable UUID owner,
            @Nullable List<UUID> owners,
            @Nullable String by,
            @Nullable List<UUID> tags,
            @Nullable String reason,
            @Nullable UUID from) {}

    private final Catalogues catalogues;
    private final RecordReading reading;
    private final RecordFinding finding;
    private final RecordWriting writing;
    private final Patches patches;
    private final RecordLabels labels;
    private final Jobs jobs;
    private final JobRows rows;
    private final NewOwners owners;
    private final List<BulkAction> actions;

    BulkChange(
            Catalogues catalogues,
            RecordReading reading,
            RecordFinding finding,
            RecordWriting writing,
            Patches patches,
            RecordLabels labels,
            Jobs jobs,
            JobRows rows,
            NewOwners owners,
            List<BulkAction> actions) {
        this.catalogues = catalogues;
        this.reading = reading;
        this.finding = finding;
        this.writing = writing;
        this.patches = patches;
        this.labels = labels;
        this.jobs = jobs;
        this.rows = rows;
        this.owners = owners;
        this.actions = actions;
    }

    private Optional<BulkAction> ofTrade(String action) {
        return actions.stream().filter(one -> one.name().equals(action)).findFirst();
    }

    /** Checks what is asked and queues it: {@code filter} or {@code ids}, with {@code patch} or {@code action}. */
    @Transactional
    public JobView start(Catalogue catalogue, JsonNode body) {
        catalogue.actor().require("bulk.run");
        Input.of(body, Body.class).check();
        onlyOneOf(body, "ids", "filter");
        onlyOneOf(body, "patch", "action");
        String action = action(catalogue, body);
        boolean deleted = "restore".equals(action);
        List<UUID> ids = ids(catalogue, body, deleted);
        if (ids.isEmpty()) throw Refusal.of(422, "nothingSelected");
        return jobs.get(jobs.start(kind(), catalogue.type().object(), body, ids));
    }

    private static void onlyOneOf(JsonNode body, String one, String other) {
        if (body.has(one) && body.has(other)) {
            throw Refusal.fields(List.of(new FieldError(other, "onlyOneOf", Map.of("field", one))));
        }
    }

    /** The action's name, empty for a patch; refuses what could not be done to a single record either. */
    private String action(Catalogue catalogue, JsonNode body) {
        if (body.path("patch").isObject()) {
            catalogue.actor().require(catalogue.type().object() + ".update");
            var patch = patches.read(catalogue, body.path("patch"), false);
            if (patch.isEmpty()) throw Refusal.field("patch", "notBlank");
            refuseFiles(catalogue, patch.keySet());
            return "";
        }
        String action = body.path("action").asString("");
        var ofTrade = ofTrade(action).filter(act -> act.fits(catalogue.type()));
        if (ofTrade.isPresent()) {
            catalogue
                    .actor()
                    .require(catalogue.type().object() + "." + ofTrade.get().right());
            ofTrade.get().check(catalogue, body.path("arguments"));
            return action;
        }
        if (!ACTIONS.contains(action)) throw Refusal.field("action", "unknownChoice");
        String right = switch (action) {
            case "assign" -> "assign";
            case "delete", "restore" -> "delete";
            default -> "update";
        };
        catalogue.actor().require(catalogue.type().object() + "." + right);
        if ("assign".equals(action)) owners.check(catalogue, body.path("arguments"));
        else patchOf(catalogue, body, Map.of());
        return action;
    }

    private List<UUID> ids(Catalogue catalogue, JsonNode body, boolean deleted) {
        String pool = body.path("pool").isString() ? body.path("pool").stringValue() : null;
        Catalogue seen = catalogue.inPool(pool);
        JsonNode given = body.path("ids");
        if (given.isArray()) {
            if (given.size() > MOST) throw Refusal.of(422, "tooManyRows", Map.of("max", MOST));
            Set<UUID> ids = new LinkedHashSet<>();
            given.forEach(id -> ids.add(id(id.asString(""))));
            return ids.stream().sorted().toList();
        }
        if (!body.path("filter").isString()) throw Refusal.field("filter", "notBlank");
        var all = new RecordQuery(
                body.path("filter").stringValue(),
                body.path("q").asString(""),
                "",
                List.of(),
                RecordQuery.LARGEST_PAGE,
                null,
                deleted);
        return reading.ids(seen, all, MOST);
    }

    private static UUID id(String text) {
        return Ids.read(text).orElseThrow(() -> Refusal.field("ids", "notAnId"));
    }

    @Override
    public String kind() {
        return "bulk";
    }

    /** An act has a sentence of its own; a patch is the ordinary change. */
    @Override
    public String label(Supplier<JsonNode> arguments) {
        String action = arguments.get().path("action").asString("");
        return ACTIONS.contains(action) || ofTrade(action).isPresent() ? action : kind();
    }

    @Override
    public Map<UUID, String> titles(String object, Collection<UUID> records) {
        return labels.of(object, records);
    }

    @Override
    public String right(@Nullable String object) {
        return "bulk.run";
    }

    @Override
    public boolean undoable() {
        return true;
    }

    @Override
    public Map<String, @Nullable Object> run(JobRun run) {
        JsonNode body = run.arguments();
        return rows.each(run, (object, id, row) -> {
            change(catalogues.of(object), id, row, body, new Writing("bulk", run.id(), Duplicates.SEEN));
        });
    }

    @Override
    public Map<String, @Nullable Object> soFar(@Nullable JsonNode place, Map<String, Integer> ended) {
        return JobRows.result(ended);
    }

    private void change(Catalogue catalogue, UUID id, long row, JsonNode body, Writing how) {
        String action = body.path("action").asString("");
        JsonNode from = body.path("arguments").path("from");
        if (from.isString()) refuseOthers(catalogue, id, Ids.known(from.stringValue()));
        var ofTrade = ofTrade(action);
        if (ofTrade.isPresent()) {
            ofTrade.get().apply(catalogue, id, body.path("arguments"), how.job());
            return;
        }
        switch (action) {
            case "assign" -> owners.assign(catalogue, id, row, body, how);
            case "delete" -> writing.delete(catalogue, id, new Writing("deleted", how.job(), Duplicates.SEEN));
            case "restore" -> writing.restore(catalogue, id, new Writing("restored", how.job(), Duplicates.SEEN));
            default -> {
                var found = finding.find(catalogue, id);
                writing.change(catalogue, id, null, patchOf(catalogue, body, found.values()), how);
            }
        }
    }

    /** The row is held until it is written, so that of two who take it from him one does. */
    private void refuseOthers(Catalogue catalogue, UUID id, UUID owner) {
        finding.find(catalogue, id);
        var held = finding.locked(catalogue, id).orElseThrow(Refusal::notFound);
        boolean his = owner.equals(held.values().get("owner"));
        if (!his) throw Refusal.of(409, "ownerChanged");
    }

    /** A file belongs to one record. */
    private static void refuseFiles(Catalogue catalogue, Set<String> names) {
        var errors = catalogue.custom().stream()
                .filter(field -> field.type() == FieldType.FILES && names.contains(field.name()))
                .map(field -> new FieldError(field.name(), "filesOneByOne"))
                .toList();
        if (!errors.isEmpty()) throw Refusal.fields(errors);
    }

    private Map<String, @Nullable Object> patchOf(
            Catalogue catalogue, JsonNode body, Map<String, @Nullable Object> values) {
        return switch (body.path("action").asString("")) {
            case "" -> patches.read(catalogue, body.path("patch"), false);
            case "addTags", "removeTags" -> tags(catalogue, body, values);
            default -> Map.of();
        };
    }

    private Map<String, @Nullable Object> read(Catalogue catalogue, String field, JsonNode value) {
        if (value.isMissingNode()) throw Refusal.field(field, "notBlank");
        var body = new LinkedHashMap<String, JsonNode>();
        body.put(field, value);
        return patches.read(
                catalogue, tools.jackson.databind.json.JsonMapper.shared().valueToTree(body), false);
    }

    private Map<String, @Nullable Object> tags(
            Catalogue catalogue, JsonNode body, Map<String, @Nullable Object> values) {
        var given = read(catalogue, "tags", body.path("arguments").path("tags")).get("tags");
        if (!(given instanceof List<?> tags)) throw Refusal.field("tags", "notBlank");
        List<Object> result = new ArrayList<>();
        if (values.get("tags") instanceof List<?> before) result.addAll(before);
        if ("addTags".equals(body.path("action").asString())) {
            tags.stream().filter(tag -> !result.contains(tag)).forEach(result::add);
        } else {
            result.removeAll(tags);
        }
        var patch = new HashMap<String, @Nullable Object>();
        patch.put("tags", result.isEmpty() ? null : result);
        return patch;
    }
}
