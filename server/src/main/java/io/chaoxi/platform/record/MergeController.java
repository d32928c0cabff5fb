package io.chaoxi.platform.record;

import io.chaoxi.platform.Ids;
import io.chaoxi.platform.database.DatabaseTime;
import io.chaoxi.platform.problem.FieldError;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.problem.Shaped;
import io.chaoxi.platform.rights.Needs;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Makes several records of an object one, and several again. */
@RestController
class MergeController {
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Catalogues catalogues;
    private final Merging merging;
    private final Idempotency idempotency;

    MergeController(Catalogues catalogues, Merging merging, Idempotency idempotency) {
        this.catalogues = catalogues;
        this.merging = merging;
        this.idempotency = idempotency;
    }

    /** A record and the version that was seen. */
    record Seen(String id, long version) {}

    /** {@code take}: field → id of the record whose value is kept. */
    record Body(Seen survivor, List<Seen> others, @Nullable Map<String, String> take) {}

    record Merged(UUID id, UUID survivor) {}

    /** Rows that would be moved, by the table's name, such as {@code contact}, {@code comment}, {@code stored_file}. */
    record Moves(Map<String, Integer> moves) {}

    /** What would be moved if these records, by their ids with commas between, went into another one. */
    @GetMapping("/api/v1/{path:[a-z][a-z-]*}/merges")
    @Needs("{object}.merge")
    Moves moves(@PathVariable String path, @RequestParam String others) {
        var ids = Arrays.stream(others.split(",", -1)).map(Ids::known).toList();
        if (ids.size() > Merge.MOST) {
            throw Refusal.fields(List.of(new FieldError("others", "tooMany", Map.of("max", Merge.MOST))));
        }
        return new Moves(merging.counts(catalogues.ofPath(path), ids));
    }

    @PostMapping("/api/v1/{path:[a-z][a-z-]*}/merges")
    @Needs("{object}.merge")
    @ResponseStatus(HttpStatus.CREATED)
    Merged merge(
            @PathVariable String path,
            @RequestBody @Shaped(Body.class) JsonNode body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        DatabaseTime.allow(LONGEST);
        Catalogue catalogue = catalogues.ofPath(path);
        Merge merge = Merge.read(body);
        UUID id = idempotency.once(key, path + body, () -> merging.merge(catalogue, merge));
        return new Merged(id, merge.survivor().id());
    }

    @PostMapping("/api/v1/merges/{id}/undo")
    @Needs(Needs.SIGNED_IN)
    Merged undo(@PathVariable String id) {
        DatabaseTime.allow(LONGEST);
        UUID merge = Ids.known(id);
        return new Merged(merge, merging.undo(catalogues, merge));
    }
}
