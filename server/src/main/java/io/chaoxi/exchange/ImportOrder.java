package io.chaoxi.exchange;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an import was asked for; kept as the arguments of its job.
 *
 * @param upload the stored file
 * @param file its name, for the history
 * @param mapping header → field; empty to go by the headers
 * @param duplicates the word of a {@link Policy}
 * @param owner whom new records belong to where the file says nothing; null for the importer
 * @param pool where new records wait for an owner: an id, or {@link #BY_CONDITION}; null where they have one
 * @param tags given to every record, made or changed
 * @param dryRun nothing is written but the result
 * @param total rows of the file where known
 */
record ImportOrder(
        UUID upload,
        String file,
        String object,
        Map<String, String> mapping,
        String duplicates,
        @Nullable UUID owner,
        @Nullable String pool,
        List<UUID> tags,
        boolean dryRun,
        @Nullable Long total) {
    /** Each in the pool whose condition it meets. */
    static final String BY_CONDITION = "conditions";

    ImportOrder {
        mapping = Map.copyOf(mapping);
        tags = List.copyOf(tags);
    }

    ImportOrder of(long rows) {
        return new ImportOrder(upload, file, object, mapping, duplicates, owner, pool, tags, dryRun, rows);
    }

    /** Whose new records are where the file does not say; empty for the importer's. */
    Map<String, @Nullable Object> placed() {
        var placed = new HashMap<String, @Nullable Object>();
        if (owner != null) placed.put("owner", owner);
        if (pool != null) {
            placed.put("owner", null);
            if (!pool.equals(BY_CONDITION)) placed.put("pool", UUID.fromString(pool));
        }
        return placed;
    }

    Policy policy() {
        return Policy.of(duplicates);
    }
}
