package io.chaoxi.dictionary;

import io.chaoxi.platform.problem.IfMatch;
import io.chaoxi.platform.problem.Shaped;
import io.chaoxi.platform.rights.Needs;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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

/** Tags over HTTP. */
@RestController
@RequestMapping("/api/v1/tags")
class TagController {
    private final Tags tags;

    TagController(Tags tags) {
        this.tags = tags;
    }

    /** All tags; {@code ?counts=true} adds how many records of the firm carry each. */
    @GetMapping
    @Needs(Needs.SIGNED_IN)
    Map<String, Object> all(@RequestParam(defaultValue = "false") boolean counts) {
        List<Tag> all = tags.all();
        if (!counts) return Map.of("items", all);
        Map<UUID, Long> counted = tags.counts();
        return Map.of(
                "items",
                all.stream()
                        .map(tag -> counted(tag, counted.getOrDefault(tag.id(), 0L)))
                        .toList());
    }

    private static Map<String, Object> counted(Tag tag, long count) {
        var item = new LinkedHashMap<String, Object>();
        item.put("id", tag.id());
        item.put("version", tag.version());
        item.put("name", tag.name());
        item.put("group", tag.group());
        item.put("color", tag.color());
        item.put("count", count);
        return item;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Needs("tag.manage")
    Tag add(@RequestBody @Shaped(Tags.Body.class) JsonNode body) {
        return tags.add(body);
    }

    @PatchMapping("/{id}")
    @Needs("tag.manage")
    Tag change(
            @PathVariable UUID id,
            @RequestBody @Shaped(Tags.Body.class) JsonNode body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return tags.change(id, IfMatch.version(ifMatch), body);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs("tag.manage")
    void delete(@PathVariable UUID id, @RequestParam(defaultValue = "false") boolean force) {
        tags.delete(id, force);
    }
}
