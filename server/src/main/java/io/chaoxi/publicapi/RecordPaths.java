package io.chaoxi.publicapi;

import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.RecordType;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/** Puts {@code /customers}, {@code /contacts} … in the place of the one address that serves all objects. */
@Component
class RecordPaths implements OpenApiCustomizer {
    private static final String GENERIC = "/api/v1/{path}";
    /** People and departments are neither merged nor shared. */
    private static final List<String> OF_OWNED = List.of("/merges", "/{id}/shares", "/{id}/shares/{kind}/{grantee}");
    /** Contacts follow their customer into a pool and out of it. */
    private static final List<String> OF_POOLED = List.of("/{id}/claim", "/{id}/release", "/{id}/lock", "/{id}/unlock");

    private static final String TO_THE_RECORD = "(change|restore|assign|claim|release|lock|unlock)(_\\d+)?";

    private final Catalogues catalogues;

    RecordPaths(Catalogues catalogues) {
        this.catalogues = catalogues;
    }

    @Override
    public void customise(OpenAPI api) {
        RecordSchemas.addShared(api.getComponents());
        var paths = new Paths();
        api.getPaths().forEach((path, item) -> {
            if (path.startsWith(GENERIC)) {
                catalogues.types().stream()
                        .filter(type -> type.owned() || !OF_OWNED.contains(path.substring(GENERIC.length())))
                        .filter(type -> type.pooled() || !OF_POOLED.contains(path.substring(GENERIC.length())))
                        .forEach(type -> add(paths, path.replace("{path}", type.path()), concrete(item, type)));
            } else if (path.startsWith("/api/")) {
                add(paths, path, item);
            }
        });
        catalogues.types().forEach(type -> RecordSchemas.add(api.getComponents(), type));
        paths.values()
                .forEach(item -> item.readOperations().forEach(operation -> {
                    MediaTypes.name(operation);
                    addProblems(operation);
                }));
        api.setPaths(paths);
    }

    /** An object's own verb stands before the one that all objects share, whichever comes first. */
    private static void add(Paths paths, String path, PathItem item) {
        PathItem there = paths.computeIfAbsent(path, none -> new PathItem());
        item.readOperationsMap().forEach((method, operation) -> {
            Operation before = there.readOperationsMap().get(method);
            boolean shared = operation.getOperationId().contains("_record_");
            if (before == null || !shared) there.operation(method, operation);
        });
    }

    private static PathItem concrete(PathItem generic, RecordType type) {
        var item = new PathItem();
        generic.readOperationsMap().forEach((method, operation) -> item.operation(method, concrete(operation, type)));
        return item;
    }

    private static Operation concrete(Operation generic, RecordType type) {
        List<Parameter> parameters =
                new ArrayList<>(generic.getParameters() == null ? List.of() : generic.getParameters());
        parameters.removeIf(parameter -> "path".equals(parameter.getName()));
        return new Operation()
                .operationId(type.object() + "_record_" + generic.getOperationId())
                .addTagsItem(type.object())
                .parameters(parameters)
                .requestBody(body(generic, type))
                .responses(answers(generic, type));
    }

    private static @Nullable RequestBody body(Operation generic, RecordType type) {
        String operation = generic.getOperationId();
        if (operation.startsWith("create") || operation.startsWith("change")) {
            String schema = RecordSchemas.name(type) + (operation.startsWith("create") ? "Draft" : "Patch");
            return new RequestBody().required(true).content(json(reference(schema)));
        }
        return generic.getRequestBody();
    }

    private static ApiResponses answers(Operation generic, RecordType type) {
        String operation = generic.getOperationId();
        String row = RecordSchemas.name(type);
        var answers = new ApiResponses();
        generic.getResponses().forEach((status, answer) -> {
            if (operation.startsWith("create")) {
                answers.addApiResponse("201", answer("Made", row));
            } else if (operation.matches("get(_\\d+)?")) {
                answers.addApiResponse("200", answer("The record", row));
                answers.addApiResponse("307", new ApiResponse().description("It was merged into another one"));
            } else if (operation.matches(TO_THE_RECORD)) {
                answers.addApiResponse("200", answer("The record", row));
            } else if (operation.matches("(list|deleted)(_\\d+)?")) {
                answers.addApiResponse("200", answer("A page", row + "Page"));
            } else {
                answers.addApiResponse(status, answer);
            }
        });
        return answers;
    }

    private static ApiResponse answer(String description, String schema) {
        return new ApiResponse().description(description).content(json(reference(schema)));
    }

    private static void addProblems(Operation operation) {
        var problems = new TreeMap<>(Map.of(
                "400", "Malformed",
                "401", "Nobody is signed in",
                "403", "The right is missing",
                "404", "Not there, or not visible",
                "409", "In conflict or stale",
                "422", "Refused",
                "429", "Too many requests"));
        if (operation.getRequestBody() != null) {
            problems.put("413", "Too large");
            problems.put("415", "No body of that kind");
        }
        if (asksForVersion(operation)) problems.put("428", "Version missing");
        problems.forEach((status, description) -> {
            if (operation.getResponses() == null || operation.getResponses().containsKey(status)) return;
            var content = new Content()
                    .addMediaType("application/problem+json", new MediaType().schema(reference("Problem")));
            operation
                    .getResponses()
                    .addApiResponse(
                            status, new ApiResponse().description(description).content(content));
        });
    }

    private static boolean asksForVersion(Operation operation) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> "If-Match".equals(parameter.getName()));
    }

    private static Schema<?> reference(String name) {
        return new Schema<>().$ref("#/components/schemas/" + name);
    }

    private static Content json(Schema<?> schema) {
        return new Content().addMediaType("application/json", new MediaType().schema(schema));
    }
}
