package io.chaoxi.pool;

import io.chaoxi.platform.Ids;
import io.chaoxi.platform.database.DatabaseTime;
import io.chaoxi.platform.problem.IfMatch;
import io.chaoxi.platform.problem.Shaped;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.rights.Needs;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What pools have beyond a record's fields. */
@RestController
@RequestMapping("/api/v1")
class PoolController {
    /** A million records are tried in three seconds, in twenty when none of them was read before. */
    private static final Duration LONGEST_TRIAL = Duration.ofSeconds(30);

    private final MyPools mine;
    private final PoolTerms terms;
    private final PoolSettings settings;
    private final ReturnTrial trial;
    private final Catalogues catalogues;

    PoolController(MyPools mine, PoolTerms terms, PoolSettings settings, ReturnTrial trial, Catalogues catalogues) {
        this.mine = mine;
        this.terms = terms;
        this.settings = settings;
        this.trial = trial;
        this.catalogues = catalogues;
    }

    @GetMapping("/my-pools/{object}")
    @Needs("{object}.read")
    MyPools.All mine(@PathVariable String object) {
        return mine.of(catalogues.of(object));
    }

    @GetMapping("/pools/{id}/terms")
    @Needs("pool.read")
    ResponseEntity<PoolTerms.Terms> terms(@PathVariable String id) {
        return answer(terms.of(Ids.known(id)));
    }

    @PutMapping("/pools/{id}/terms")
    @Needs("pool.update")
    ResponseEntity<PoolTerms.Terms> put(
            @PathVariable String id,
            @RequestBody @Shaped(PoolTerms.Body.class) JsonNode body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return answer(settings.put(Ids.known(id), IfMatch.version(ifMatch), body));
    }

    /** Changes nothing. */
    @PostMapping("/pools/{id}/return-trial")
    @Needs("pool.update")
    ReturnTrial.Answer trial(@PathVariable String id, @RequestBody @Shaped(ReturnTrial.Body.class) JsonNode body) {
        DatabaseTime.allow(LONGEST_TRIAL);
        return trial.of(Ids.known(id), body);
    }

    private static ResponseEntity<PoolTerms.Terms> answer(PoolTerms.Terms terms) {
        return ResponseEntity.ok().eTag(String.valueOf(terms.version())).body(terms);
    }
}
