package io.chaoxi.platform.backup;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a backup holds; the entry {@code manifest.json}.
 *
 * @param format the form of the file; a program reads its own and older ones
 * @param server the PostgreSQL that it was read from
 * @param migrations the versions that had been run there
 * @param keyDigest of the key that second factors are sealed with; null when there was none
 * @param keyInside whether that key is in the file
 */
record Manifest(
        int format,
        Instant madeAt,
        String server,
        List<String> migrations,
        List<Rows> tables,
        List<Sequence> sequences,
        Kept files,
        @Nullable String keyDigest,
        boolean keyInside) {

    static final int FORMAT = 1;

    /** A table's columns in the order of its entry, how many rows, and their {@link RowDigest}. */
    record Rows(String table, List<String> columns, long rows, String digest) {}

    /** Where the numbers of a sequence go on. */
    record Sequence(String name, long value, boolean called) {}

    /** The kept files; missing are those that the database names and the disk does not have. */
    record Kept(long count, long bytes, long missing) {

        /** One file more of that size; a missing one has -1. */
        Kept and(long size) {
            return size < 0 ? new Kept(count, bytes, missing + 1) : new Kept(count + 1, bytes + size, missing);
        }
    }

    long rows() {
        return tables.stream().mapToLong(Rows::rows).sum();
    }
}
