package io.chaoxi.dictionary;

import io.chaoxi.platform.job.JobView;
import io.chaoxi.platform.problem.IfMatch;
import io.chaoxi.platform.problem.Shaped;
import io.chaoxi.platform.rights.Needs;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Custom fields over HTTP, for administrators; everybody else meets them in the field catalogue. */
@RestController
@RequestMapping("/api/v1/custom-fields/{object}")
@Needs("field.manage")
class CustomFieldController {
    private final CustomFieldDesign design;
    private final CustomFieldIndex index;

    CustomFieldController(CustomFieldDesign design, CustomFieldIndex index) {
        this.design = design;
        this.index = index;
    }

    @GetMapping
    Map<String, List<CustomField>> all(@PathVariable String object) {
        return Map.of("items", design.all(object));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    CustomField add(@PathVariable String object, @RequestBody @Shaped(CustomFieldInput.Body.class) JsonNode body) {
        return design.add(object, body);
    }

    @PatchMapping("/{id}")
    CustomField change(
            @PathVariable String object,
            @PathVariable UUID id,
            @RequestBody @Shaped(CustomFieldInput.Body.class) JsonNode body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return design.change(object, id, IfMatch.version(ifMatch), body);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String object, @PathVariable UUID id) {
        design.delete(object, id);
    }

    /** Gives the field an index, as long work; until it is done the field works without. */
    @PostMapping("/{id}/index")
    @ResponseStatus(HttpStatus.ACCEPTED)
    JobView index(@PathVariable String object, @PathVariable UUID id) {
        return index.start(object, id);
    }
}
