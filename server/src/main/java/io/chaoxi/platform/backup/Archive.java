package io.chaoxi.platform.backup;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A backup file being written: beside its place until it is whole, for its owner's eyes only. Its seal is the zip's
 * comment, the last 64 bytes: the SHA-256 of the file with zeros in their place.
 */
final class Archive implements Closeable {

    static final int SEAL = 64;
    static final String UNSEALED = "0".repeat(SEAL);
    static final String MANIFEST = "manifest.json";
    static final String TABLES = "tables/";
    static final String FILES = "files/";
    static final String KEY = "secrets/key";

    private static final int BUFFER = 1 << 16;

    private final Path place;
    private final Path part;
    private final FileChannel channel;
    private final MessageDigest digest = RowDigest.sha256();
    private final ZipOutputStream zip;

    Archive(Path place) throws IOException {
        this.place = place;
        this.part = place.resolveSibling(place.getFileName() + ".part");
        Files.deleteIfExists(part);
        this.channel = FileChannel.open(
                part,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        var sealed = new DigestOutputStream(Channels.newOutputStream(channel), digest);
        this.zip = new ZipOutputStream(new BufferedOutputStream(sealed, BUFFER), StandardCharsets.UTF_8);
        zip.setLevel(Deflater.BEST_SPEED);
        zip.setComment(UNSEALED);
    }

    /** The next entry; closing it ends the entry only. */
    OutputStream entry(String name) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        return new FilterOutputStream(zip) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                zip.write(bytes, from, length);
            }

            @Override
            public void close() throws IOException {
                zip.closeEntry();
            }
        };
    }

    /** The file is whole: it is sealed, forced to disk and takes its place. */
    void seal() throws IOException {
        zip.finish();
        zip.flush();
        var seal = ByteBuffer.wrap(HexFormat.of().formatHex(digest.digest()).getBytes(StandardCharsets.US_ASCII));
        channel.write(seal, channel.size() - SEAL);
        channel.force(true);
        channel.close();
        Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
        try (var folder = FileChannel.open(place.resolveSibling("."), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    /** Leaves nothing behind of a file that was not sealed. */
    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(part);
    }
}
