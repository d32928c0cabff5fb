package io.chaoxi.publicapi;

import io.chaoxi.platform.problem.Shaped;
import io.chaoxi.platform.record.Catalogues;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Bodies that are read as free JSON stand in the document in the shape that {@link Shaped} gives them. */
@Component
class BodyShapes implements OperationCustomizer, OpenApiCustomizer {
    private final Catalogues catalogues;
    private final Map<String, Schema<?>> shapes = new ConcurrentHashMap<>();

    BodyShapes(Catalogues catalogues) {
        this.catalogues = catalogues;
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        Arrays.stream(method.getMethodParameters())
                .map(parameter -> parameter.getParameterAnnotation(Shaped.class))
                .filter(Objects::nonNull)
                .forEach(shaped -> shape(operation, shaped));
        return operation;
    }

    private void shape(Operation operation, Shaped shaped) {
        var resolved = ModelConverters.getInstance(true)
                .resolveAsResolvedSchema(new AnnotatedType(shaped.value()).resolveAsRef(true));
        resolved.referencedSchemas.forEach((name, schema) -> shapes.put(name, optional(schema)));
        Schema<?> body = resolved.schema;
        if (!shaped.fieldsOf().isEmpty()) addFields(shaped.fieldsOf(), body.get$ref());
        operation.getRequestBody().getContent().values().forEach(media -> media.schema(body));
    }

    /** What is absent stays as it is, or is told by its name; the shape does not say which. */
    private static Schema<?> optional(Schema<?> schema) {
        schema.setRequired(null);
        return schema;
    }

    private void addFields(String object, String reference) {
        Schema<?> shape = shapes.get(reference.substring(reference.lastIndexOf('/') + 1));
        if (shape == null) return;
        catalogues.types().stream()
                .filter(type -> type.object().equals(object))
                .forEach(type -> RecordSchemas.addWritten(shape, type));
    }

    @Override
    public void customise(OpenAPI api) {
        shapes.forEach((name, shape) -> api.getComponents().getSchemas().putIfAbsent(name, shape));
    }
}
