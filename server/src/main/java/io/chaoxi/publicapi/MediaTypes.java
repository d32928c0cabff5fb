package io.chaoxi.publicapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the library cannot tell from a method: that answers are JSON, that streams are not, that files come in forms. */
final class MediaTypes {
    private static final String ANY = "*/*";
    private static final String JSON = "application/json";
    private static final List<String> BYTES = List.of("binary", "byte");

    private MediaTypes() {}

    static void name(Operation operation) {
        if (operation.getRequestBody() != null) form(operation.getRequestBody().getContent());
        operation.getResponses().values().forEach(answer -> answer(answer.getContent()));
    }

    private static void form(@Nullable Content content) {
        if (content == null || !content.containsKey(JSON)) return;
        Schema<?> schema = content.get(JSON).getSchema();
        if (schema != null
                && schema.getProperties() != null
                && schema.getProperties().containsKey("file")) {
            content.addMediaType("multipart/form-data", content.remove(JSON));
        }
    }

    private static void answer(@Nullable Content content) {
        if (content == null || !content.containsKey(ANY)) return;
        MediaType type = content.get(ANY);
        Schema<?> schema = type.getSchema();
        if (schema == null || BYTES.contains(String.valueOf(schema.getFormat()))) return;
        content.remove(ANY);
        boolean stream = schema.get$ref() != null && schema.get$ref().endsWith("/SseEmitter");
        if (stream)
            content.addMediaType("text/event-stream", new MediaType().schema(new Schema<>().types(Set.of("string"))));
        else content.addMediaType(JSON, type);
    }
}
