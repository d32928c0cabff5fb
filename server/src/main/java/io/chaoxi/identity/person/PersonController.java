package io.chaoxi.identity.person;

import io.chaoxi.identity.role.Roles;
import io.chaoxi.platform.problem.IfMatch;
import io.chaoxi.platform.problem.Input;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.problem.Shaped;
import io.chaoxi.platform.record.Catalogue;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.Idempotency;
import io.chaoxi.platform.record.Patches;
import io.chaoxi.platform.record.RecordFinding;
import io.chaoxi.platform.record.RecordQuery;
import io.chaoxi.platform.record.RecordReading;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.rights.Actor;
import io.chaoxi.platform.rights.Needs;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * People where they are more than a record: {@code roles} (a list of ids) and {@code password} are written together with
 * the fields, and rows carry {@code roles} for whoever manages them. All other verbs are the record machine's.
 */
@RestController
@RequestMapping("/api/v1/people")
class PersonController {
    private static final String ID = "/{id:[0-9a-fA-F-]+}";

    private final People people;
    private final Roles roles;
    private final Catalogues catalogues;
    private final RecordReading reading;
    private final RecordFinding finding;
    private final Patches patches;
    private final Idempotency idempotency;

    PersonController(
            People people,
            Roles roles,
            Catalogues catalogues,
            RecordReading reading,
            RecordFinding finding,
            Patches patches,
            Idempotency idempotency) {
        this.people = people;
        this.roles = roles;
        this.catalogues = catalogues;
        this.reading = reading;
        this.finding = finding;
        this.patches = patches;
        this.idempotency = idempotency;
    }

    @GetMapping
    @Needs("person.read")
    RecordReading.Rows list(
            @RequestParam(defaultValue = "") String filter,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String sort,
            @RequestParam(defaultValue = "") String fields,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String after) {
        var query = new RecordQuery(filter, q, sort, RecordQuery.names(fields), limit, after, false);
        var rows = reading.list(catalogue(), query);
        if (seesRoles(Acting.current())) addRoles(rows.items());
        return rows;
    }

    private void addRoles(List<Map<String, @Nullable Object>> rows) {
        var found = roles.of(rows.stream().map(row -> id(row)).toList());
        for (Map<String, @Nullable Object> row : rows) row.put("roles", found.get(id(row)));
    }

    private static UUID id(Map<String, @Nullable Object> row) {
        return UUID.fromString(String.valueOf(row.get("id")));
    }

    private static boolean seesRoles(Actor actor) {
        return actor.may("people.manage") || actor.may("roles.manage");
    }

    @GetMapping(ID)
    @Needs("person.read")
    ResponseEntity<Map<String, @Nullable Object>> get(@PathVariable UUID id) {
        return answer(row(id));
    }

    private Map<String, @Nullable Object> row(UUID id) {
        var row = reading.get(catalogue(), id);
        Actor actor = Acting.current();
        if (seesRoles(actor) || actor.person().equals(id)) row.put("roles", roles.of(id));
        return row;
    }

    private static ResponseEntity<Map<String, @Nullable Object>> answer(Map<String, @Nullable Object> row) {
        return ResponseEntity.ok().eTag(String.valueOf(row.get("version"))).body(row);
    }

    /** Beside the fields: ids of roles, and the one-time password. */
    record New(@Nullable List<UUID> roles, @Nullable String password) {}

    record Changed(@Nullable List<UUID> roles) {}

    record Password(@Nullable String password) {}

    /** The answer carries {@code oneTimePassword}, this once: who asks again by his key gets the person without it. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Needs("people.manage")
    ResponseEntity<Map<String, @Nullable Object>> create(
            @RequestBody @Shaped(value = New.class, fieldsOf = "person") JsonNode body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        ObjectNode fields = fields(body);
        List<UUID> given = given(body);
        var password = new AtomicReference<@Nullable String>();
        UUID id = idempotency.once(key, "people" + fields + given, () -> {
            var values = patches.read(catalogue(), fields, true);
            var made = people.create(catalogue(), values, given == null ? List.of() : given, password(body));
            password.set(made.oneTimePassword());
            return made.id();
        });
        var row = row(id);
        if (password.get() != null) row.put("oneTimePassword", password.get());
        return ResponseEntity.created(URI.create("/api/v1/people/" + id))
                .eTag(String.valueOf(row.get("version")))
                .body(row);
    }

    @PatchMapping(ID)
    @Needs("person.update")
    ResponseEntity<Map<String, @Nullable Object>> change(
            @PathVariable UUID id,
            @RequestBody @Shaped(value = Changed.class, fieldsOf = "person") JsonNode body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        long version = IfMatch.version(ifMatch);
        finding.find(catalogue(), id);
        ObjectNode fields = fields(body);
        if (body.has("password")) throw Refusal.field("password", "fieldNotWritable");
        people.change(catalogue(), id, version, patches.read(catalogue(), fields, false), given(body));
        return answer(row(id));
    }

    private static ObjectNode fields(JsonNode body) {
        if (!(body instanceof ObjectNode all)) throw Refusal.malformed("bodyNotAnObject", Map.of());
        ObjectNode fields = all.deepCopy();
        fields.remove(List.of("roles", "password"));
        return fields;
    }

    /** Ids, or rows with an id as they were read; null when the body says nothing of roles. */
    private static @Nullable List<UUID> given(JsonNode body) {
        if (!body.has("roles")) return null;
        JsonNode list = body.get("roles");
        if (!list.isArray() || list.size() > 50) throw Refusal.field("roles", "notAList");
        return list.values().stream()
                .map(item -> item.isObject() ? item.path("id") : item)
                .map(PersonController::role)
                .toList();
    }

    private static UUID role(JsonNode node) {
        try {
            return UUID.fromString(node.asString(""));
        } catch (IllegalArgumentException e) {
            throw Refusal.field("roles", "notAnId");
        }
    }

    private static @Nullable String password(JsonNode body) {
        JsonNode password = body.path("password");
        if (password.isMissingNode() || password.isNull()) return null;
        if (!password.isString()) throw Refusal.field("password", "notAText");
        return password.stringValue().strip();
    }

    /** What the administrator tells the person, this once. */
    record OneTime(String oneTimePassword) {}

    @PostMapping(ID + "/password")
    @Needs("people.manage")
    OneTime resetPassword(@PathVariable UUID id, @RequestBody @Shaped(Password.class) JsonNode body) {
        var input = Input.of(body, Password.class);
        input.check();
        return new OneTime(people.resetPassword(catalogue(), id, password(body)));
    }

    @DeleteMapping(ID + "/factor")
    @Needs("people.manage")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void resetSecondFactor(@PathVariable UUID id) {
        people.resetSecondFactor(catalogue(), id);
    }

    @PostMapping(ID + "/lock")
    @Needs("people.manage")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void lock(@PathVariable UUID id) {
        people.lock(catalogue(), id);
    }

    @PostMapping(ID + "/unlock")
    @Needs("people.manage")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unlock(@PathVariable UUID id) {
        people.unlock(catalogue(), id);
    }

    private Catalogue catalogue() {
        return catalogues.of("person");
    }
}
