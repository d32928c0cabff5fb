package io.chaoxi.safety;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.chaoxi.testing.Http;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Our OpenAPI description as a judge: which operations there are, and whether an answer is one that it names. An object
 * whose properties it lists may have no others; only a problem carries further facts.
 */
final class ApiDocument {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> OPEN = List.of("Problem");

    private final Map<String, Operation> operations = new HashMap<>();
    private final Map<String, Schema> schemas = new HashMap<>();
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final JsonNode document;
    private final ObjectNode shared;

    /** {@code name} is method and path, such as {@code POST /api/v1/customers/{id}/assign}. */
    record Operation(String name, String method, String path, JsonNode node) {

        List<String> parameters(String place) {
            return node.path("parameters")
                    .valueStream()
                    .filter(parameter -> parameter.path("in").asString("").equals(place))
                    .map(parameter -> parameter.path("name").asString(""))
                    .toList();
        }
    }

    ApiDocument(ApplicationContext application, Http http) {
        document = http.get("/api/v1/openapi.json").json();
        shared = (ObjectNode) JSON.readTree(
                document.path("components").path("schemas").toString().replace("#/components/schemas/", "#/$defs/"));
        shared.properties().forEach(schema -> {
            if (!OPEN.contains(schema.getKey())) close(schema.getValue());
        });
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    String verb = method.getKey().toUpperCase(java.util.Locale.ROOT);
                    String name = verb + " " + path.getKey();
                    operations.put(name, new Operation(name, verb, path.getKey(), method.getValue()));
                }));
    }

    private static void close(JsonNode node) {
        if (node instanceof ObjectNode schema && schema.has("properties") && !schema.has("additionalProperties")) {
            schema.put("additionalProperties", false);
        }
        node.valueStream().forEach(ApiDocument::close);
    }

    List<Operation> operations() {
        return operations.values().stream()
                .sorted(java.util.Comparator.comparing(Operation::name))
                .toList();
    }

    Operation operation(String name) {
        return operations.get(name);
    }

    /** The writable properties of the body that an operation takes; empty when the document does not list them. */
    List<String> bodyProperties(Operation operation) {
        String reference = operation
                .node()
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema")
                .path("$ref")
                .asString("");
        String name = reference.substring(reference.lastIndexOf('/') + 1);
        return List.copyOf(shared.path(name).path("properties").propertyNames());
    }

    /** What is wrong with an answer; nothing when the document names it. */
    List<String> faults(Operation operation, Http.Answer answer) {
        JsonNode told = operation.node().path("responses").path(String.valueOf(answer.status()));
        if (told.isMissingNode()) return List.of("status " + answer.status() + " is not in the document");
        String type = answer.headers().firstValue("content-type").orElse("").replaceAll(";.*", "");
        JsonNode content = told.path("content");
        if (content.isEmpty()) return answer.text().isEmpty() ? List.of() : List.of("a body where there is none");
        if (content.has("*/*")) return List.of();
        if (!content.has(type)) return List.of("type '" + type + "' is not in the document");
        if (!type.endsWith("json")) return List.of();
        JsonNode schema = content.path(type).path("schema");
        return violations(operation.name() + " " + answer.status(), schema, answer.json())
                .toList();
    }

    private Stream<String> violations(String key, JsonNode schema, JsonNode body) {
        Schema compiled = schemas.computeIfAbsent(key, unknown -> compile(schema));
        var found = new ArrayList<String>();
        compiled.validate(body).forEach(error -> found.add(error.getInstanceLocation() + " " + error.getMessage()));
        return found.stream().distinct().limit(10);
    }

    private Schema compile(JsonNode schema) {
        var root = (ObjectNode) JSON.readTree(schema.toString().replace("#/components/schemas/", "#/$defs/"));
        root.set("$defs", shared);
        return registry.getSchema(root);
    }
}
