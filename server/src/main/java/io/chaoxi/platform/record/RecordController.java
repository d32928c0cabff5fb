package io.chaoxi.platform.record;

import io.chaoxi.platform.Ids;
import io.chaoxi.platform.problem.IfMatch;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.rights.Needs;
import java.net.URI;
import java.util.Map;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The standard verbs of every object, under its path: {@code /api/v1/customers}, {@code /api/v1/contacts} … */
@RestController
@RequestMapping("/api/v1/{path:[a-z][a-z-]*}")
class RecordController {
    private final Catalogues catalogues;
    private final AskedPools pools;
    private final RecordReading reading;
    private final RecordFinding finding;
    private final RecordActs acts;
    private final RecordWriting writing;
    private final RecordDisclosure disclosure;
    private final Successors successors;

    RecordController(
            Catalogues catalogues,
            AskedPools pools,
            RecordReading reading,
            RecordFinding finding,
            RecordActs acts,
            RecordWriting writing,
            RecordDisclosure disclosure,
            Successors successors) {
        this.catalogues = catalogues;
        this.pools = pools;
        this.reading = reading;
        this.finding = finding;
        this.acts = acts;
        this.writing = writing;
        this.disclosure = disclosure;
        this.successors = successors;
    }

    @GetMapping
    @Needs("{object}.read")
    RecordReading.Rows list(
            @PathVariable String path,
            @RequestParam(defaultValue = "") String filter,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String sort,
            @RequestParam(defaultValue = "") String fields,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String pool) {
        var query = new RecordQuery(filter, q, sort, RecordQuery.names(fields), limit, after, false);
        return reading.list(pools.of(path, pool), query);
    }

    @GetMapping("/deleted")
    @Needs("{object}.delete")
    RecordReading.Rows deleted(
            @PathVariable String path,
            @RequestParam(defaultValue = "") String filter,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "-changedAt") String sort,
            @RequestParam(defaultValue = "") String fields,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String after) {
        Catalogue catalogue = catalogues.ofPath(path);
        catalogue.actor().require(catalogue.type().object() + ".delete");
        return reading.list(catalogue, new RecordQuery(filter, q, sort, RecordQuery.names(fields), limit, after, true));
    }

    @GetMapping("/count")
    @Needs("{object}.read")
    RecordReading.Total count(
            @PathVariable String path,
            @RequestParam(defaultValue = "") String filter,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String pool) {
        return reading.count(pools.of(path, pool), RecordQuery.of(filter, q));
    }

    /** A record that was merged into another leads there: 307. With a pool, as it waits there. */
    @GetMapping("/{id}")
    @Needs("{object}.read")
    ResponseEntity<Map<String, @Nullable Object>> get(
            @PathVariable String path, @PathVariable String id, @RequestParam(required = false) @Nullable String pool) {
        Catalogue catalogue = pools.of(path, pool);
        UUID known = Ids.known(id);
        try {
            return answer(HttpStatus.OK, reading.get(catalogue, known));
        } catch (Refusal refusal) {
            if (refusal.status() != HttpStatus.NOT_FOUND.value()) throw refusal;
            UUID successor = successors.of(catalogue.type().object(), known).orElseThrow(() -> refusal);
            finding.find(catalogue, successor);
            return ResponseEntity.status(HttpStatus.TEMPORARY_REDIRECT)
                    .location(URI.create("/api/v1/" + path + "/" + successor + (pool == null ? "" : "?pool=" + pool)))
                    .build();
        }
    }

    @PostMapping
    @Needs("{object}.create")
    ResponseEntity<Map<String, @Nullable Object>> create(
            @PathVariable String path,
            @RequestBody JsonNode body,
            @RequestParam(defaultValue = "refuse") String duplicates,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        Catalogue catalogue = catalogues.ofPath(path);
        var row = acts.create(catalogue, body, dealtWith(duplicates), key);
        var answer = ResponseEntity.created(URI.create("/api/v1/" + path + "/" + row.get("id")));
        if (row.get("version") instanceof Long version) answer.eTag(version.toString());
        return answer.body(row);
    }

    @PatchMapping("/{id}")
    @Needs("{object}.update")
    ResponseEntity<Map<String, @Nullable Object>> change(
            @PathVariable String path,
            @PathVariable String id,
            @RequestBody JsonNode body,
            @RequestParam(defaultValue = "refuse") String duplicates,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        Catalogue catalogue = catalogues.ofPath(path);
        long version = IfMatch.version(ifMatch);
        var row = acts.change(catalogue, Ids.known(id), version, body, dealtWith(duplicates));
        return answer(HttpStatus.OK, row);
    }

    private static Duplicates dealtWith(String duplicates) {
        return "allow".equals(duplicates) ? Duplicates.SEEN : Duplicates.TOLD;
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs("{object}.delete")
    void delete(@PathVariable String path, @PathVariable String id) {
        writing.delete(catalogues.ofPath(path), Ids.known(id), Writing.BY_HAND);
    }

    @PostMapping("/{id}/restore")
    @Needs("{object}.delete")
    ResponseEntity<Map<String, @Nullable Object>> restore(@PathVariable String path, @PathVariable String id) {
        return answer(HttpStatus.OK, acts.restore(catalogues.ofPath(path), Ids.known(id)));
    }

    /** The new owner, and the pool in which one saw the record waiting. */
    record Assignment(@Nullable String owner, @Nullable String pool) {}

    @PostMapping("/{id}/assign")
    @Needs("{object}.assign")
    ResponseEntity<Map<String, @Nullable Object>> assign(
            @PathVariable String path, @PathVariable String id, @RequestBody Assignment body) {
        String owner = String.valueOf(body.owner());
        return answer(HttpStatus.OK, acts.assign(catalogues.ofPath(path), Ids.known(id), owner, body.pool()));
    }

    /** The field to be shown unmasked. */
    record Asked(@Nullable String field) {}

    @PostMapping("/{id}/reveal")
    @Needs("{object}.reveal")
    Map<String, Object> reveal(@PathVariable String path, @PathVariable String id, @RequestBody Asked body) {
        return disclosure.reveal(catalogues.ofPath(path), Ids.known(id), String.valueOf(body.field()));
    }

    @GetMapping("/{id}/history")
    @Needs("{object}.read")
    RecordReading.Rows history(
            @PathVariable String path,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String after) {
        return disclosure.history(catalogues.ofPath(path), Ids.known(id), after == null ? null : Ids.known(after));
    }

    @GetMapping("/{id}/why")
    @Needs(Needs.SIGNED_IN)
    RecordDisclosure.Explanation why(@PathVariable String path, @PathVariable String id) {
        return disclosure.why(catalogues.ofPath(path), id);
    }

    private static ResponseEntity<Map<String, @Nullable Object>> answer(
            HttpStatus status, Map<String, @Nullable Object> row) {
        return ResponseEntity.status(status)
                .eTag(String.valueOf(row.get("version")))
                .body(row);
    }
}
