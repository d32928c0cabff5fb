package io.chaoxi.platform.file;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A kept file. An attachment names its record; a file of a field its record and the field; a file that a job made its job;
 * an upload that waits for its record the field only; one that waits for its import none of them. The last three are
 * their maker's alone.
 *
 * @param name as people see it, already cleaned; never a path on our disk
 * @param size in bytes
 * @param mediaType by content, not by name
 */
public record StoredFile(
        UUID id,
        String name,
        long size,
        String mediaType,
        Instant at,
        UUID by,
        @Nullable String object,
        @Nullable UUID record,
        @Nullable UUID job,
        @Nullable String field) {

    /** A record holds it in a field, now or before: it comes and goes with what is written there. */
    boolean held() {
        return record != null && field != null;
    }
}
