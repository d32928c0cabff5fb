package io.chaoxi.platform.sheet;

import io.chaoxi.platform.sheet.SheetRefused.Reason;
import java.io.Closeable;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an .xlsx file, read straight from the archive. All bytes that come out are counted, whatever sizes the
 * archive states, and a tag may not be longer than a megabyte; so no part can fill the memory.
 */
final class XlsxArchive implements Closeable {
    private static final int MOST_PARTS = 5_000;
    private static final int LONGEST_TAG = 1_000_000;
    private static final long FREE_OF_RATIO = 8_000_000;

    private final ZipFile zip;
    private final long fileSize;
    private long unpacked;

    private XlsxArchive(ZipFile zip, long fileSize) {
        this.zip = zip;
        this.fileSize = fileSize;
    }

    static XlsxArchive open(Path file) throws IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException | EOFException | IllegalArgumentException damaged) {
            throw new SheetRefused(Reason.DAMAGED, damaged);
        }
        try {
            refuseTricks(zip);
            return new XlsxArchive(zip, file.toFile().length());
        } catch (RuntimeException refused) {
            zip.close();
            throw refused;
        }
    }

    /** The part with this name, or null. */
    @Nullable
    InputStream part(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            return null;
        }
        try {
            return new Counted(zip.getInputStream(entry));
        } catch (ZipException | EOFException damaged) {
            throw new SheetRefused(Reason.DAMAGED, damaged);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static void refuseTricks(ZipFile zip) {
        if (zip.size() > MOST_PARTS) {
            throw new SheetRefused(Reason.HOSTILE);
        }
        Set<String> names = new HashSet<>();
        zip.stream().map(ZipEntry::getName).forEach(name -> {
            boolean escapes = name.startsWith("/") || name.contains("\\") || name.contains("../") || name.contains(":");
            if (escapes || !names.add(name)) {
                throw new SheetRefused(Reason.HOSTILE);
            }
        });
        if (!names.contains("[Content_Types].xml")) {
            throw new SheetRefused(Reason.NOT_A_SPREADSHEET);
        }
    }

    private final class Counted extends FilterInputStream {
        private int tag = -1;
        private byte quote;
        private boolean special;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read;
            try {
                read = super.read(buffer, offset, length);
            } catch (ZipException | EOFException damaged) {
                throw new SheetRefused(Reason.DAMAGED, damaged);
            }
            if (read > 0) {
                count(read);
                for (int i = offset; i < offset + read; i++) {
                    follow(buffer[i]);
                }
            }
            return read;
        }

        private void count(int read) {
            unpacked += read;
            boolean blownUp = unpacked > FREE_OF_RATIO && unpacked / SheetLimits.RATIO > fileSize;
            if (unpacked > SheetLimits.UNPACKED || blownUp) {
                throw new SheetRefused(blownUp ? Reason.HOSTILE : Reason.TOO_LARGE);
            }
        }

        /** Follows where tags begin and end; quotes hide a closing bracket, but not in comments and declarations. */
        private void follow(byte next) {
            if (tag < 0) {
                tag = next == '<' ? 0 : -1;
                quote = 0;
                return;
            }
            if (tag++ == 0) {
                special = next == '!' || next == '?';
            }
            if (quote != 0) {
                quote = next == quote ? 0 : quote;
            } else if (next == '>') {
                tag = -1;
            } else if (!special && (next == '"' || next == '\'')) {
                quote = next;
            }
            if (tag > LONGEST_TAG) {
                throw new SheetRefused(Reason.HOSTILE);
            }
        }
    }
}
