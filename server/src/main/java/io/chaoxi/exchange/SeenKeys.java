package io.chaoxi.exchange;

import io.chaoxi.platform.record.RecordMatching;
import java.util.Set;

/**
 * The keys of rows that came before in a file that is only looked at. Keeps 64 bits of each in one flat table, about 16
 * bytes a key, so that a million rows need no more than a few dozen megabytes.
 */
final class SeenKeys {
    private static final int SMALLEST = 1 << 12;

    private long[] table = new long[SMALLEST];
    private int size;

    boolean anyOf(Set<RecordMatching.Key> keys) {
        return keys.stream().anyMatch(key -> table[slot(table, hash(key))] != 0);
    }

    void addAll(Set<RecordMatching.Key> keys) {
        for (RecordMatching.Key key : keys) add(hash(key));
    }

    private void add(long hash) {
        int slot = slot(table, hash);
        if (table[slot] != 0) return;
        table[slot] = hash;
        if (++size * 2 > table.length) grow();
    }

    private void grow() {
        long[] larger = new long[table.length * 2];
        for (long hash : table) {
            if (hash != 0) larger[slot(larger, hash)] = hash;
        }
        table = larger;
    }

    private static int slot(long[] table, long hash) {
        int slot = (int) (hash & (table.length - 1));
        while (table[slot] != 0 && table[slot] != hash) slot = (slot + 1) & (table.length - 1);
        return slot;
    }

    /** FNV-1a, stirred; never 0, which marks an empty slot. */
    private static long hash(RecordMatching.Key key) {
        long hash = 0xcbf29ce484222325L;
        String text = key.field() + "=" + key.value();
        for (int i = 0; i < text.length(); i++) hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        hash ^= hash >>> 32;
        return hash == 0 ? 1 : hash;
    }
}
