package io.chaoxi.webform;

import io.chaoxi.platform.problem.FieldError;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.Field;
import io.chaoxi.platform.record.FieldType;
import io.chaoxi.platform.record.Patches;
import io.chaoxi.webform.AskedFields.Question;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads what a stranger filled in by the rules that hold for everybody; of what he sent only what the form asks for. */
@Component
class Reading {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Catalogues catalogues;
    private final Patches patches;

    Reading(Catalogues catalogues, Patches patches) {
        this.catalogues = catalogues;
        this.patches = patches;
    }

    /** The values of a lead by field name; refused with all that is wrong at once. */
    Map<String, @Nullable Object> of(OpenForm open, Sent sent) {
        var values = new HashMap<String, @Nullable Object>();
        var errors = new ArrayList<FieldError>();
        for (Question question : open.questions()) {
            String name = question.field().name();
            try {
                values.putAll(patches.read(catalogues.of("lead"), body(question.field(), sent), true));
            } catch (Refusal refused) {
                errors.addAll(refused.errors());
                continue;
            }
            if (question.required() && values.get(name) == null) errors.add(new FieldError(name, "notBlank"));
        }
        values.values().removeIf(Objects::isNull);
        if (errors.isEmpty()) reach(open, values).ifPresent(errors::add);
        if (open.draft().consent() != null && !sent.agreed()) {
            errors.add(new FieldError(Sent.AGREED, "webFormNotAgreed"));
        }
        if (!errors.isEmpty()) throw Refusal.fields(errors);
        return values;
    }

    /** Nobody can answer whoever leaves no number and no address. */
    private static Optional<FieldError> reach(OpenForm open, Map<String, @Nullable Object> values) {
        if (values.keySet().stream().anyMatch(AskedFields.REACH::contains)) return Optional.empty();
        return open.questions().stream()
                .map(question -> question.field().name())
                .filter(AskedFields.REACH::contains)
                .findFirst()
                .map(field -> new FieldError(field, "webFormNoReach"));
    }

    private static ObjectNode body(Field field, Sent sent) {
        var body = JSON.createObjectNode();
        JsonNode value = value(field, sent.values().getOrDefault(field.name(), List.of()));
        if (field.custom()) body.putObject("custom").set(field.key(), value);
        else body.set(field.name(), value);
        return body;
    }

    private static JsonNode value(Field field, List<String> texts) {
        List<String> filled = texts.stream().filter(text -> !text.isBlank()).toList();
        if (filled.isEmpty()) return JSON.nullNode();
        if (field.type() == FieldType.CHOICES) return JSON.valueToTree(filled);
        if (field.type() == FieldType.YES_NO) {
            return JSON.getNodeFactory().booleanNode(!filled.getFirst().equals("false"));
        }
        return JSON.getNodeFactory().stringNode(filled.getFirst());
    }
}
