package io.chaoxi.webform;

import io.chaoxi.platform.Ids;
import io.chaoxi.platform.problem.IfMatch;
import io.chaoxi.platform.problem.Shaped;
import io.chaoxi.platform.rights.Needs;
import io.chaoxi.webform.WebForm.Draft;
import io.chaoxi.webform.WebForms.Askable;
import io.chaoxi.webform.WebForms.Shown;
import java.net.URI;
import java.util.List;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Forms as the firm sets them up. */
@RestController
@RequestMapping("/api/v1/web-forms")
@Needs(WebForms.RIGHT)
class WebFormController {
    private final WebForms forms;
    private final FormPreview preview;

    WebFormController(WebForms forms, FormPreview preview) {
        this.forms = forms;
        this.preview = preview;
    }

    record Items(List<Shown> items) {}

    record Fields(List<Askable> items) {}

    @GetMapping
    Items all() {
        return new Items(forms.all());
    }

    @GetMapping("/fields")
    Fields fields() {
        return new Fields(forms.askable());
    }

    /** Changes nothing; the page as strangers would see it. */
    @PostMapping("/preview")
    FormPreview.Page preview(@RequestBody @Shaped(Draft.class) JsonNode body) {
        return preview.of(body);
    }

    @GetMapping("/{id}")
    ResponseEntity<Shown> get(@PathVariable String id) {
        return answer(forms.get(Ids.known(id)));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Shown> create(@RequestBody @Shaped(Draft.class) JsonNode body) {
        Shown made = forms.create(body);
        return ResponseEntity.created(URI.create("/api/v1/web-forms/" + made.id()))
                .eTag(String.valueOf(made.version()))
                .body(made);
    }

    @PatchMapping("/{id}")
    ResponseEntity<Shown> change(
            @PathVariable String id,
            @RequestBody @Shaped(Draft.class) JsonNode body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return answer(forms.change(Ids.known(id), IfMatch.version(ifMatch), body));
    }

    @PostMapping("/{id}/key")
    Shown renewKey(@PathVariable String id) {
        return forms.renewKey(Ids.known(id));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id) {
        forms.delete(Ids.known(id));
    }

    private static ResponseEntity<Shown> answer(Shown form) {
        return ResponseEntity.ok().eTag(String.valueOf(form.version())).body(form);
    }
}
