package io.chaoxi.privacy;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody agreed to a text.
 *
 * @param proof how it can be shown, such as 签在合同附件 3; may be empty where a file shows it
 * @param file an attachment of the record
 * @param withdrawnAt from then on it holds no more; it stays as the proof that it once did
 */
record Consent(
        UUID id,
        UUID record,
        ConsentText text,
        Instant givenAt,
        String proof,
        @Nullable UUID file,
        UUID notedBy,
        @Nullable Instant withdrawnAt,
        @Nullable UUID withdrawnBy) {}
