package io.chaoxi.publicapi;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * How Java types stand in the document: under {@link TypeNames} of their own, a component that is {@code @Nullable} as
 * one that may be null, free JSON as anything, and Spring's own types not at all.
 */
@Component
class RecordShapes extends ModelResolver {
    private static final Schema<?> NOTHING = new Schema<>().types(Set.of("null"));

    RecordShapes(ObjectMapperProvider mappers) {
        super(mappers.jsonMapper(), new TypeNames());
        openapi31(true);
        SpringDocUtils.getConfig()
                .replaceWithSchema(JsonNode.class, new Schema<>())
                .addRequestWrapperToIgnore(CsrfToken.class);
    }

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        Schema<?> found = super.resolve(type, context, chain);
        Class<?> raw = _mapper.constructType(type.getType()).getRawClass();
        if (found == null || !raw.isRecord()) return found;
        Schema<?> shape =
                found.get$ref() == null ? found : context.getDefinedModels().get(nameOf(found));
        if (shape != null && shape.getProperties() != null) allowNull(shape, raw);
        return found;
    }

    private static String nameOf(Schema<?> reference) {
        String path = reference.get$ref();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static void allowNull(Schema<?> shape, Class<?> type) {
        for (RecordComponent component : type.getRecordComponents()) {
            boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            if (nullable) shape.getProperties().computeIfPresent(component.getName(), (name, schema) -> orNull(schema));
        }
    }

    private static Schema<?> orNull(Schema<?> schema) {
        if (schema.get$ref() != null) return new Schema<>().anyOf(List.of(schema, NOTHING));
        if (schema.getTypes() == null) return schema;
        var types = new LinkedHashSet<>(schema.getTypes());
        types.add("null");
        return schema.types(types);
    }
}
