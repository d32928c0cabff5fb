package io.chaoxi.platform.audit;

import chaoxi.tables.tables.records.AccessLogRecord;
import chaoxi.tables.tables.records.AccessSealRecord;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A walk along the seals of a firm: the digest of a batch is SHA-256 over the digest before it and over its lines, each as a
 * JSON list of its columns as texts. So a changed byte, a missing or a further line, and a missing seal all show in the
 * first batch that they touch.
 */
final class Chain {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** What is wrong with a batch: its lines or their number, or seals before it are missing. */
    record Broken(long number, Instant sealedAt, String why) {}

    private long number;
    private @Nullable UUID last;
    private byte[] digest = new byte[0];
    private long rows;
    private @Nullable Instant until;

    /** Where the next batch begins: behind this line. */
    @Nullable
    UUID last() {
        return last;
    }

    long number() {
        return number;
    }

    long rows() {
        return rows;
    }

    @Nullable
    Instant until() {
        return until;
    }

    /** The digest over all; whoever keeps it elsewhere can tell later whether the end was cut off. */
    String head() {
        return HexFormat.of().formatHex(digest);
    }

    /** What the next seal over these lines holds. */
    byte[] next(Collection<AccessLogRecord> lines) {
        return digest(digest, lines);
    }

    /** Goes on behind a seal without looking at what it covers. */
    void follow(AccessSealRecord seal) {
        number = seal.getNumber();
        last = seal.getLastId();
        digest = seal.getDigest();
        rows += seal.getRows();
        until = seal.getAt().toInstant();
    }

    /** The same after comparing it with the lines that stand there; tells what is wrong. */
    @Nullable
    Broken check(AccessSealRecord seal, List<AccessLogRecord> lines) {
        String why = null;
        if (seal.getNumber() != number + 1) why = "sealMissing";
        else if (lines.size() != seal.getRows()) why = "linesMissingOrAdded";
        else if (!Arrays.equals(seal.getDigest(), next(lines))) why = "linesChanged";
        if (why != null) {
            return new Broken(seal.getNumber(), seal.getAt().toInstant(), why);
        }
        follow(seal);
        return null;
    }

    private static byte[] digest(byte[] before, Collection<AccessLogRecord> lines) {
        var digest = sha256();
        digest.update(before);
        for (AccessLogRecord line : lines) {
            digest.update(text(line).getBytes(StandardCharsets.UTF_8));
            digest.update((byte) '\n');
        }
        return digest.digest();
    }

    private static String text(AccessLogRecord line) {
        return JSON.writeValueAsString(Arrays.asList(
                line.getId().toString(),
                line.getAt().toInstant().toString(),
                line.getById() == null ? null : line.getById().toString(),
                line.getAction(),
                line.getObject(),
                line.getRecordId() == null ? null : line.getRecordId().toString(),
                line.getDetail() == null ? null : line.getDetail().data(),
                line.getAddress(),
                line.getToken()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
