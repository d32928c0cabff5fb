package io.chaoxi.visit.form;

import io.chaoxi.platform.Ids;
import io.chaoxi.platform.problem.IfMatch;
import io.chaoxi.platform.problem.Shaped;
import io.chaoxi.platform.rights.Needs;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Templates of visits, the answers of one visit, and those of many. */
@RestController
@RequestMapping("/api/v1")
class FormController {
    private final Templates templates;
    private final Answers answers;
    private final AnswerCounting counting;
    private final AnswerSheet sheet;

    FormController(Templates templates, Answers answers, AnswerCounting counting, AnswerSheet sheet) {
        this.templates = templates;
        this.answers = answers;
        this.counting = counting;
        this.sheet = sheet;
    }

    record All(List<Template> items) {}

    @GetMapping("/visit-templates")
    @Needs("visit.read")
    All templates() {
        return new All(templates.all());
    }

    @PostMapping("/visit-templates")
    @Needs("settings.manage")
    @ResponseStatus(HttpStatus.CREATED)
    Template make(@RequestBody @Shaped(TemplateInput.Body.class) JsonNode body) {
        return templates.make(body);
    }

    @PutMapping("/visit-templates/{id}")
    @Needs("settings.manage")
    ResponseEntity<Template> change(
            @PathVariable String id,
            @RequestBody @Shaped(TemplateInput.Body.class) JsonNode body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        var template = templates.change(Ids.known(id), IfMatch.version(ifMatch), body);
        return ResponseEntity.ok().eTag(String.valueOf(template.version())).body(template);
    }

    @GetMapping("/visits/{id}/answers")
    @Needs("visit.read")
    Answers.Form of(@PathVariable String id) {
        return answers.of(Ids.known(id));
    }

    @PutMapping("/visits/{id}/answers")
    @Needs("visit.update")
    Answers.Form put(@PathVariable String id, @RequestBody @Shaped(AnswerInput.Body.class) JsonNode body) {
        return answers.put(Ids.known(id), body);
    }

    /** {@code filter}: of the list of visits; which of them count. */
    @GetMapping("/visit-templates/{id}/counts")
    @Needs("visit.read")
    AnswerCounts count(@PathVariable String id, @RequestParam(defaultValue = "") String filter) {
        return counting.count(Ids.known(id), filter);
    }

    @GetMapping("/visit-templates/{id}/sheet")
    @Needs("visit.export")
    ResponseEntity<byte[]> sheet(@PathVariable String id, @RequestParam(defaultValue = "") String filter) {
        byte[] csv = sheet.csv(Ids.known(id), filter);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"visits.csv\"")
                .header("X-Content-Type-Options", "nosniff")
                .body(csv);
    }
}
