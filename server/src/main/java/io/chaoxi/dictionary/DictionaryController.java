package io.chaoxi.dictionary;

import io.chaoxi.platform.problem.IfMatch;
import io.chaoxi.platform.problem.Shaped;
import io.chaoxi.platform.rights.Needs;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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

/** Dictionaries over HTTP. */
@RestController
@RequestMapping("/api/v1/dictionaries")
class DictionaryController {
    private final Dictionaries dictionaries;

    DictionaryController(Dictionaries dictionaries) {
        this.dictionaries = dictionaries;
    }

    @GetMapping
    @Needs(Needs.SIGNED_IN)
    Map<String, List<Dictionary>> all() {
        return Map.of("items", dictionaries.all());
    }

    @PostMapping("/{key}/items")
    @ResponseStatus(HttpStatus.CREATED)
    @Needs("dictionary.manage")
    DictionaryItem add(@PathVariable String key, @RequestBody @Shaped(Dictionaries.Body.class) JsonNode body) {
        return dictionaries.add(key, body);
    }

    @PatchMapping("/{key}/items/{id}")
    @Needs("dictionary.manage")
    DictionaryItem change(
            @PathVariable String key,
            @PathVariable String id,
            @RequestBody @Shaped(Dictionaries.Body.class) JsonNode body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return dictionaries.change(key, id, IfMatch.version(ifMatch), body);
    }

    @DeleteMapping("/{key}/items/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs("dictionary.manage")
    void delete(@PathVariable String key, @PathVariable String id) {
        dictionaries.delete(key, id);
    }

    /** {@code {"ids":[…]}}: the new order of the list. */
    @PutMapping("/{key}/order")
    @Needs("dictionary.manage")
    Map<String, List<DictionaryItem>> order(
            @PathVariable String key, @RequestBody @Shaped(Dictionaries.Order.class) JsonNode body) {
        return Map.of("items", dictionaries.order(key, body));
    }
}
