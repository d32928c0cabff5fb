package io.chaoxi.pool;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a run of the rules of return brought a person: one event for all of it.
 *
 * @param what warned: records of his will return; returned: they did; received: they came to him
 * @param records how many
 * @param record one of them
 * @param first when the first of them returns; null where that is over
 * @param last when the last of them does
 */
public record ReturnsTold(
        UUID id,
        long tenant,
        String object,
        UUID person,
        String what,
        int records,
        UUID record,
        @Nullable Instant first,
        @Nullable Instant last) {}
