package io.chaoxi.platform.record;

import java.util.Map;
import java.util.UUID;

/**
 * A file as the field that holds it shows it. Its bytes are fetched at {@code /api/v1/files/{id}}.
 *
 * @param size in bytes
 * @param mediaType by content, not by name
 */
public record HeldFile(UUID id, String name, long size, String mediaType) {

    Map<String, Object> shown() {
        return Map.of("id", id.toString(), "name", name, "size", size, "mediaType", mediaType);
    }
}
