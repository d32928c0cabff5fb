package io.chaoxi.play;

import io.chaoxi.platform.Ids;
import io.chaoxi.platform.problem.IfMatch;
import io.chaoxi.platform.problem.Shaped;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.rights.Needs;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Plays over HTTP. */
@RestController
@RequestMapping("/api/v1")
class PlayController {
    private final Plays plays;
    private final Catalogues catalogues;

    PlayController(Plays plays, Catalogues catalogues) {
        this.plays = plays;
        this.catalogues = catalogues;
    }

    /** Those that hold, the closest first. */
    record Items(List<Play> items) {}

    @GetMapping("/plays/{object}")
    @Needs("{object}.read")
    ResponseEntity<Plays.All> all(@PathVariable String object) {
        return answer(plays.all(catalogues.of(object)));
    }

    @PutMapping("/plays/{object}")
    @Needs("play.manage")
    ResponseEntity<Plays.All> put(
            @PathVariable String object,
            @RequestBody @Shaped(Plays.Body.class) JsonNode body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return answer(plays.put(catalogues.of(object), IfMatch.version(ifMatch), body));
    }

    @GetMapping("/{path:[a-z][a-z-]*}/{id}/plays")
    @Needs("{object}.read")
    Items of(@PathVariable String path, @PathVariable String id) {
        return new Items(plays.of(catalogues.ofPath(path), Ids.known(id)));
    }

    private static ResponseEntity<Plays.All> answer(Plays.All all) {
        return ResponseEntity.ok().eTag(String.valueOf(all.version())).body(all);
    }
}
