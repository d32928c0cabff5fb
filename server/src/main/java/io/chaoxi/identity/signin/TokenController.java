package io.chaoxi.identity.signin;

import io.chaoxi.platform.problem.Input;
import io.chaoxi.platform.problem.Shaped;
import io.chaoxi.platform.rights.Needs;
import java.net.URI;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** One's own API tokens. Made and ended in a session only, so that a stolen token cannot make itself another. */
@RestController
@RequestMapping("/api/v1/tokens")
@Needs(Needs.SESSION)
class TokenController {
    private final Tokens tokens;

    TokenController(Tokens tokens) {
        this.tokens = tokens;
    }

    record Items(List<CallerSql.TokenRow> items) {}

    record Made(
            UUID id,
            String name,
            String token,
            List<String> scopes,
            @Nullable OffsetDateTime expiresAt) {}

    record Body(
            @Nullable String name,
            @Nullable List<String> scopes,
            @Nullable OffsetDateTime expiresAt) {}

    @GetMapping
    Items list() {
        return new Items(tokens.all());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Made> make(@RequestBody @Shaped(Body.class) JsonNode body) {
        var input = Input.of(body, Body.class);
        String name = input.text("name", 100, "");
        List<String> scopes = input.list("scopes", 200).stream()
                .map(scope -> scope.isString() ? scope.stringValue() : "?")
                .distinct()
                .toList();
        OffsetDateTime expiresAt = time(input);
        input.check();
        var made = tokens.make(name, scopes, expiresAt);
        return ResponseEntity.created(URI.create("/api/v1/tokens/" + made.id()))
                .body(new Made(made.id(), name, made.secret(), scopes, expiresAt));
    }

    private static @Nullable OffsetDateTime time(Input input) {
        String text = input.optional("expiresAt", 40, null);
        if (text == null || text.isEmpty()) return null;
        try {
            return OffsetDateTime.parse(text);
        } catch (DateTimeException e) {
            input.refuse("expiresAt", "notATime");
            return null;
        }
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UUID id) {
        tokens.delete(id);
    }
}
