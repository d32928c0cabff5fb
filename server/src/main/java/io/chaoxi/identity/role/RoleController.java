package io.chaoxi.identity.role;

import io.chaoxi.platform.Label;
import io.chaoxi.platform.Labels;
import io.chaoxi.platform.problem.IfMatch;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.rights.DataScope;
import io.chaoxi.platform.rights.FieldRight;
import io.chaoxi.platform.rights.Needs;
import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Roles over HTTP. */
@RestController
@RequestMapping("/api/v1/roles")
class RoleController {
    private final Roles roles;
    private final Permissions permissions;
    private final Catalogues catalogues;
    private final Labels labels;

    RoleController(Roles roles, Permissions permissions, Catalogues catalogues, Labels labels) {
        this.roles = roles;
        this.permissions = permissions;
        this.catalogues = catalogues;
        this.labels = labels;
    }

    /** A role as it is told; the administrator's permissions are spelled out. */
    record Row(
            String id,
            long version,
            String code,
            String name,
            boolean standard,
            Set<String> permissions,
            Map<String, DataScope> scopes,
            Map<String, Map<String, FieldRight>> fields,
            boolean secondFactor,
            int people) {}

    /** A role as it is written; in a change, what is absent stays. */
    record Body(
            @Nullable String name,
            @Nullable List<String> permissions,
            @Nullable Map<String, String> scopes,
            @Nullable Map<String, Map<String, String>> fields,
            @Nullable Boolean secondFactor) {}

    record Items<T>(List<T> items) {}

    record ObjectEntry(String object, Label label, boolean owned, List<FieldEntry> fields) {}

    record FieldEntry(String name, Label label) {}

    record Catalogue(List<Permissions.Entry> permissions, List<DataScope> scopes, List<ObjectEntry> objects) {}

    @GetMapping
    @Needs({"roles.manage", "people.manage"})
    Items<Row> list() {
        return new Items<>(roles.all().stream().map(this::row).toList());
    }

    @GetMapping("/catalogue")
    @Needs("roles.manage")
    Catalogue catalogue() {
        var objects = catalogues.types().stream()
                .map(type -> new ObjectEntry(
                        type.object(),
                        labels.of(type.object(), "_object"),
                        type.owned(),
                        catalogues.of(type).all().stream()
                                .map(field -> new FieldEntry(field.name(), field.label()))
                                .toList()))
                .toList();
        return new Catalogue(permissions.entries(), Arrays.asList(DataScope.values()), objects);
    }

    @GetMapping("/{id}")
    @Needs({"roles.manage", "people.manage"})
    ResponseEntity<Row> get(@PathVariable UUID id) {
        return answer(id);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Needs("roles.manage")
    ResponseEntity<Row> create(@RequestBody Body body) {
        if (body.name() == null) throw Refusal.field("name", "notBlank");
        UUID id = roles.create(body.name(), rights(body, Rights.NONE), Boolean.TRUE.equals(body.secondFactor()));
        Row row = row(roles.get(id));
        return ResponseEntity.created(URI.create("/api/v1/roles/" + id))
                .eTag(String.valueOf(row.version()))
                .body(row);
    }

    @PatchMapping("/{id}")
    @Needs("roles.manage")
    ResponseEntity<Row> change(
            @PathVariable UUID id,
            @RequestBody Body body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        Role role = roles.get(id);
        String written = Objects.requireNonNullElse(body.name(), role.name());
        String name = written.equals(label(role)) ? role.name() : written;
        boolean secondFactor = Objects.requireNonNullElse(body.secondFactor(), role.secondFactor());
        roles.change(id, IfMatch.version(ifMatch), name, rights(body, role.rights()), secondFactor);
        return answer(id);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs("roles.manage")
    void delete(@PathVariable UUID id) {
        roles.delete(id);
    }

    private ResponseEntity<Row> answer(UUID id) {
        Row row = row(roles.get(id));
        return ResponseEntity.ok().eTag(String.valueOf(row.version())).body(row);
    }

    private Row row(Role role) {
        Rights rights = role.rights().everything() ? permissions.spelledOut() : role.rights();
        return new Row(
                role.id().toString(),
                role.version(),
                role.code(),
                label(role),
                role.standard(),
                new TreeSet<>(rights.permissions()),
                rights.scopes(),
                rights.fields(),
                role.secondFactor(),
                role.people());
    }

    private static String label(Role role) {
        return role.label(Acting.current().locale());
    }

    private static Rights rights(Body body, Rights before) {
        if (body.permissions() == null && body.scopes() == null && body.fields() == null) return before;
        return new Rights(
                false,
                body.permissions() == null ? before.permissions() : Set.copyOf(new TreeSet<>(body.permissions())),
                body.scopes() == null ? before.scopes() : scopes(body.scopes()),
                body.fields() == null ? before.fields() : fields(body.fields()));
    }

    private static Map<String, DataScope> scopes(Map<String, String> written) {
        var scopes = new HashMap<String, DataScope>();
        written.forEach((object, scope) -> {
            try {
                scopes.put(object, DataScope.of(String.valueOf(scope)));
            } catch (IllegalArgumentException e) {
                throw Refusal.field("scopes", "unknownChoice");
            }
        });
        return scopes;
    }

    private static Map<String, Map<String, FieldRight>> fields(Map<String, Map<String, String>> written) {
        var fields = new HashMap<String, Map<String, FieldRight>>();
        written.forEach((object, rights) -> {
            var ofObject = new HashMap<String, FieldRight>();
            if (rights != null) rights.forEach((field, right) -> ofObject.put(field, right(right)));
            fields.put(object, ofObject);
        });
        return fields;
    }

    private static FieldRight right(@Nullable String key) {
        for (FieldRight right : FieldRight.values()) {
            if (right.key().equals(key)) return right;
        }
        throw Refusal.field("fields", "unknownChoice");
    }
}
