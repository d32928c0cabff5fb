package io.chaoxi.platform.match;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Keys with the places of their parties, spread over files by their first bits, so that each file can be put in order in
 * memory. A key is the upper 42 bits of a hash; two keys that fall together cost comparisons and nothing else.
 */
final class KeyFiles implements AutoCloseable {
    static final int PARTS = 64;
    private static final int PART_BITS = 6;

    /** The lower bits of a sorted number say where in its file an entry stands. */
    private static final int ENTRY_BITS = 22;

    private static final int BUFFER = 1 << 14;
    private static final long OFFSET_BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private final List<Path> files = new ArrayList<>();
    private final List<DataOutputStream> outs = new ArrayList<>();

    KeyFiles(Path folder) throws IOException {
        for (int part = 0; part < PARTS; part++) {
            Path file = folder.resolve("keys-" + part);
            files.add(file);
            outs.add(new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER)));
        }
    }

    /** FNV-1a over the characters, then mixed so that its first bits are as good as its last. */
    static long key(String text) {
        long hash = OFFSET_BASIS;
        for (int i = 0; i < text.length(); i++) hash = (hash ^ text.charAt(i)) * PRIME;
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        return (hash ^ (hash >>> 33)) >>> ENTRY_BITS << ENTRY_BITS;
    }

    void add(long key, long place) throws IOException {
        DataOutputStream out = outs.get((int) (key >>> (Long.SIZE - PART_BITS)));
        out.writeLong(key);
        out.writeLong(place);
    }

    void written() throws IOException {
        for (DataOutputStream out : outs) out.close();
    }

    /** What is done with a key and the places of all that have it; there are two at least. */
    interface Use {
        void block(long key, long[] places) throws IOException;
    }

    /** Every key of the part that several parties have. */
    void forEachBlock(int part, Use use) throws IOException {
        var entries = ByteBuffer.wrap(Files.readAllBytes(files.get(part))).asLongBuffer();
        int size = entries.limit() / 2;
        if (size > 1 << ENTRY_BITS) throw new IllegalStateException("more than 268 million keys");
        long[] sorted = new long[size];
        for (int i = 0; i < size; i++) sorted[i] = entries.get(2 * i) | i;
        Arrays.sort(sorted);
        for (int from = 0, to; from < size; from = to) {
            long key = sorted[from] >>> ENTRY_BITS;
            to = from + 1;
            while (to < size && sorted[to] >>> ENTRY_BITS == key) to++;
            if (to - from < 2) continue;
            long[] places = new long[to - from];
            for (int i = from; i < to; i++) {
                int entry = (int) (sorted[i] & ((1 << ENTRY_BITS) - 1));
                places[i - from] = entries.get(2 * entry + 1);
            }
            use.block(key << ENTRY_BITS, places);
        }
    }

    @Override
    public void close() throws IOException {
        written();
        for (Path file : files) Files.deleteIfExists(file);
    }
}
