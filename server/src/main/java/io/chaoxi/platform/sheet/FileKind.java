package io.chaoxi.platform.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** What a file is by its first bytes, whatever its name says. */
enum FileKind {
    ZIP,
    OLD_EXCEL,
    ENCRYPTED,
    TEXT,
    EMPTY,
    OTHER;

    private static final byte[] ZIP_START = {'P', 'K', 3, 4};
    private static final byte[] OLE_START = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final int HEAD = 65_536;
    private static final int OLE_DIRECTORY_WITHIN = 8_000_000;

    static FileKind of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(HEAD);
            if (head.length == 0) {
                return EMPTY;
            }
            if (startsWith(head, ZIP_START)) {
                return ZIP;
            }
            if (startsWith(head, OLE_START)) {
                return holdsEncryptedPackage(head, in.readNBytes(OLE_DIRECTORY_WITHIN)) ? ENCRYPTED : OLD_EXCEL;
            }
            return looksLikeText(head) ? TEXT : OTHER;
        }
    }

    private static boolean startsWith(byte[] head, byte[] start) {
        return head.length >= start.length && Arrays.equals(head, 0, start.length, start, 0, start.length);
    }

    /** Encrypted .xlsx files are old-style containers with a stream of this name. */
    private static boolean holdsEncryptedPackage(byte[] head, byte[] rest) {
        String name = new String("EncryptedPackage".getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
        return new String(head, StandardCharsets.ISO_8859_1).contains(name)
                || new String(rest, StandardCharsets.ISO_8859_1).contains(name);
    }

    private static boolean looksLikeText(byte[] head) {
        boolean wide = startsWith(head, new byte[] {(byte) 0xFF, (byte) 0xFE})
                || startsWith(head, new byte[] {(byte) 0xFE, (byte) 0xFF});
        String start = new String(head, 0, Math.min(head.length, 512), StandardCharsets.ISO_8859_1)
                .replaceFirst("^\u00EF\u00BB\u00BF", "")
                .stripLeading();
        boolean markup = start.matches("(?is)(<!doctype|<html|<\\?xml|<table|<svg|%PDF|\\{\\\\rtf).*");
        return !markup && (wide || new String(head, StandardCharsets.ISO_8859_1).indexOf('\0') < 0);
    }
}
