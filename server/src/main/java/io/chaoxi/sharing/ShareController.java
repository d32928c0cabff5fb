package io.chaoxi.sharing;

import io.chaoxi.platform.Ids;
import io.chaoxi.platform.problem.Input;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.problem.Shaped;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.rights.Needs;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** With whom a record is shared; {@code kind} is person, department or role. */
@RestController
@RequestMapping("/api/v1/{path:[a-z][a-z-]*}/{id}/shares")
class ShareController {
    private final Catalogues catalogues;
    private final Sharing sharing;

    ShareController(Catalogues catalogues, Sharing sharing) {
        this.catalogues = catalogues;
        this.sharing = sharing;
    }

    /** All of them, the newest first. */
    record Items(List<Sharing.Share> items) {}

    /** {@code level} is read or write; {@code until} is the last day, or nothing for good. */
    record Body(String level, @Nullable LocalDate until) {}

    @GetMapping
    @Needs("{object}.read")
    Items all(@PathVariable String path, @PathVariable String id) {
        return new Items(sharing.of(catalogues.ofPath(path), Ids.known(id)));
    }

    @PutMapping("/{kind}/{grantee}")
    @Needs("{object}.share")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void put(
            @PathVariable String path,
            @PathVariable String id,
            @PathVariable String kind,
            @PathVariable String grantee,
            @RequestBody @Shaped(Body.class) JsonNode body) {
        var input = Input.of(body, Body.class);
        boolean writable = input.word("level", List.of("read", "write"), "read").equals("write");
        LocalDate until = input.isNothing("until") ? null : input.date("until", null);
        input.check();
        sharing.put(catalogues.ofPath(path), Ids.known(id), grantee(kind, grantee), writable, until);
    }

    @DeleteMapping("/{kind}/{grantee}")
    @Needs("{object}.read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(
            @PathVariable String path,
            @PathVariable String id,
            @PathVariable String kind,
            @PathVariable String grantee) {
        sharing.end(catalogues.ofPath(path), Ids.known(id), grantee(kind, grantee));
    }

    private static Grantee grantee(String kind, String id) {
        return Arrays.stream(Grantee.Kind.values())
                .filter(one -> one.key().equals(kind))
                .findFirst()
                .map(one -> new Grantee(one, Ids.known(id)))
                .orElseThrow(Refusal::notFound);
    }
}
