package io.chaoxi.platform.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Counts the rows that pass and sums their SHA-256, so that equal rows give equal digests in whatever order they come.
 * A row is a line: COPY writes line ends within values as {@code \n}.
 */
final class RowDigest extends OutputStream {

    private static final int LANES = 4;

    private final OutputStream onward;
    private final MessageDigest row = sha256();
    private final long[] sum = new long[LANES];
    private long rows;

    RowDigest(OutputStream onward) {
        this.onward = onward;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        int begin = from;
        for (int i = from; i < from + length; i++) {
            if (bytes[i] != '\n') continue;
            row.update(bytes, begin, i - begin);
            add();
            begin = i + 1;
        }
        row.update(bytes, begin, from + length - begin);
        onward.write(bytes, from, length);
    }

    @Override
    public void flush() throws IOException {
        onward.flush();
    }

    private void add() {
        var digest = ByteBuffer.wrap(row.digest());
        for (int lane = 0; lane < LANES; lane++) sum[lane] += digest.getLong();
        rows++;
    }

    long rows() {
        return rows;
    }

    String hex() {
        var all = ByteBuffer.allocate(LANES * Long.BYTES);
        for (long lane : sum) all.putLong(lane);
        return HexFormat.of().formatHex(all.array());
    }
}
