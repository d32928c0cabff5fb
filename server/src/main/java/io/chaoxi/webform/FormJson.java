package io.chaoxi.webform;

import io.chaoxi.platform.problem.Problems;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.webform.AskedFields.Question;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** A form as scripts of the firm's site read it. */
@Component
class FormJson {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final AskedFields fields;
    private final Problems problems;

    FormJson(AskedFields fields, Problems problems) {
        this.fields = fields;
        this.problems = problems;
    }

    byte[] form(OpenForm open, String token) {
        var told = new LinkedHashMap<String, @Nullable Object>();
        told.put("title", open.draft().title());
        told.put("intro", open.draft().intro());
        told.put(
                "fields",
                open.as(() -> open.questions().stream()
                        .map(question -> question(open, question))
                        .toList()));
        told.put("consent", open.draft().consent());
        told.put("token", token);
        return JSON.writeValueAsBytes(told);
    }

    private Map<String, Object> question(OpenForm open, Question question) {
        var told = new LinkedHashMap<String, Object>();
        var field = question.field();
        told.put("name", field.name());
        told.put("label", field.label().in(open.locale()));
        told.put("type", field.type().key());
        told.put("required", question.required());
        List<Map<String, String>> options = fields.options(field).stream()
                .map(item -> Map.of("id", item.id(), "label", item.label().in(open.locale())))
                .toList();
        if (!options.isEmpty()) told.put("options", options);
        return told;
    }

    byte[] thanks(OpenForm open) {
        return JSON.writeValueAsBytes(Map.of("thanks", open.draft().thanks()));
    }

    byte[] problem(OpenForm open, Refusal refusal) {
        var errors = refusal.errors().stream()
                .map(error -> Map.of(
                        "field", error.field(),
                        "code", error.code(),
                        "message", problems.sentence(error.code(), open.locale(), error.arguments())))
                .toList();
        return JSON.writeValueAsBytes(Map.of(
                "status", refusal.status(),
                "code", refusal.code(),
                "detail", problems.sentence(refusal.code(), open.locale(), refusal.arguments()),
                "errors", errors));
    }
}
