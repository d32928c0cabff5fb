package io.chaoxi.view;

import io.chaoxi.platform.problem.IfMatch;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.problem.Shaped;
import io.chaoxi.platform.rights.Needs;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Saved views over HTTP. */
@RestController
@RequestMapping("/api/v1/views/{object}")
@Needs("{object}.read")
class ViewController {
    private final Views views;

    ViewController(Views views) {
        this.views = views;
    }

    @GetMapping
    Map<String, List<SavedView>> all(@PathVariable String object) {
        return Map.of("items", views.all(object));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<SavedView> add(
            @PathVariable String object, @RequestBody @Shaped(ViewInput.Body.class) JsonNode body) {
        SavedView view = views.add(object, body);
        var address = URI.create("/api/v1/views/%s/%s".formatted(object, view.id()));
        return ResponseEntity.created(address)
                .eTag(String.valueOf(view.version()))
                .body(view);
    }

    /** The version stands in {@code If-Match} or in the body. */
    @PatchMapping("/{id}")
    ResponseEntity<SavedView> change(
            @PathVariable String object,
            @PathVariable UUID id,
            @RequestBody @Shaped(ViewInput.Body.class) JsonNode body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        SavedView view = views.change(object, id, version(ifMatch, body), body);
        return ResponseEntity.ok().eTag(String.valueOf(view.version())).body(view);
    }

    private static long version(@Nullable String ifMatch, JsonNode body) {
        String said = ifMatch == null ? body.path("version").asString("") : ifMatch;
        return IfMatch.version(said);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String object, @PathVariable UUID id) {
        views.delete(object, id);
    }

    /** Ids of roles; an empty list takes the view from all. */
    record ForRoles(@Nullable List<UUID> roles) {}

    @PutMapping("/{id}/roles")
    @Needs(Views.PUBLISH)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void makeDefaultOfRoles(@PathVariable String object, @PathVariable UUID id, @RequestBody ForRoles body) {
        var roles = body.roles();
        if (roles == null || roles.stream().anyMatch(Objects::isNull)) throw Refusal.field("roles", "notAList");
        views.makeDefaultOfRoles(object, id, roles);
    }

    @PostMapping("/{id}/default")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void makeDefault(@PathVariable String object, @PathVariable UUID id) {
        views.makeDefault(object, id);
    }

    @DeleteMapping("/{id}/default")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forgetDefault(@PathVariable String object, @PathVariable UUID id) {
        views.forgetDefault(object, id);
    }
}
