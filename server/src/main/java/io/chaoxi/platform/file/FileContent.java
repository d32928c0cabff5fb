package io.chaoxi.platform.file;

import io.chaoxi.platform.problem.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What a file is by its first bytes: pictures, PDF, office documents, ZIP archives and plain text are kept, everything
 * else (programs above all) is refused. Pages and SVG count as plain text and are handed out as such.
 */
final class FileContent {
    private static final int HEAD = 8_192;
    private static final int LONGEST_CHARACTER = 4;
    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";
    private static final Map<String, String> OFFICE_TYPES = Map.of(
            "docx",
            OFFICE + "wordprocessingml.document",
            "xlsx",
            OFFICE + "spreadsheetml.sheet",
            "pptx",
            OFFICE + "presentationml.presentation",
            "odt",
            "application/vnd.oasis.opendocument.text",
            "ods",
            "application/vnd.oasis.opendocument.spreadsheet",
            "odp",
            "application/vnd.oasis.opendocument.presentation");
    private static final Map<String, String> OLD_OFFICE_TYPES = Map.of(
            "doc", "application/msword",
            "wps", "application/msword",
            "xls", "application/vnd.ms-excel",
            "et", "application/vnd.ms-excel",
            "ppt", "application/vnd.ms-powerpoint",
            "dps", "application/vnd.ms-powerpoint");

    private record Start(String hex, int at, String mediaType) {
        boolean fits(byte[] head) {
            byte[] wanted = java.util.HexFormat.of().parseHex(hex);
            return head.length >= at + wanted.length
                    && Arrays.equals(head, at, at + wanted.length, wanted, 0, wanted.length);
        }
    }

    private static final List<Start> STARTS = List.of(
            new Start("89504E470D0A1A0A", 0, "image/png"),
            new Start("FFD8FF", 0, "image/jpeg"),
            new Start("474946383761", 0, "image/gif"),
            new Start("474946383961", 0, "image/gif"),
            new Start("57454250", 8, "image/webp"),
            new Start("49492A00", 0, "image/tiff"),
            new Start("4D4D002A", 0, "image/tiff"),
            new Start("6674797068656963", 4, "image/heic"),
            new Start("667479706D696631", 4, "image/heic"),
            new Start("25504446", 0, "application/pdf"),
            new Start("504B0304", 0, "application/zip"),
            new Start("504B0506", 0, "application/zip"),
            new Start("D0CF11E0A1B11AE1", 0, "application/x-ole"));

    private FileContent() {}

    /** The media type; refused with 415 when it is none of those that are kept. */
    static String mediaType(Path file, String name) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        String extension = FileNames.extension(name);
        for (Start start : STARTS) {
            if (start.fits(head)) return finer(start.mediaType(), extension);
        }
        if (isText(head)) return "csv".equals(extension) ? "text/csv" : "text/plain";
        throw Refusal.of(415, "fileTypeRefused");
    }

    /** Office documents share their first bytes with what they are packed in; only there the name is asked. */
    private static String finer(String mediaType, String extension) {
        return switch (mediaType) {
            case "application/zip" -> OFFICE_TYPES.getOrDefault(extension, mediaType);
            case "application/x-ole" -> OLD_OFFICE_TYPES.getOrDefault(extension, "application/octet-stream");
            default -> mediaType;
        };
    }

    private static boolean isText(byte[] head) {
        boolean wide = head.length > 1 && (head[0] == -1 && head[1] == -2 || head[0] == -2 && head[1] == -1);
        if (wide) return true;
        for (byte one : head) {
            if (one >= 0 && one < 9 || one > 13 && one < 32 && one != 27) return false;
        }
        return decodes(head, StandardCharsets.UTF_8) || decodes(head, Charset.forName("GB18030"));
    }

    /** Whether the bytes read in this encoding; the last character may be cut in half. */
    private static boolean decodes(byte[] head, Charset charset) {
        int least = head.length < HEAD ? head.length : head.length - LONGEST_CHARACTER + 1;
        for (int length = head.length; length >= least; length--) {
            if (decodes(ByteBuffer.wrap(head, 0, length), charset)) return true;
        }
        return false;
    }

    private static boolean decodes(ByteBuffer bytes, Charset charset) {
        try {
            charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(bytes);
            return true;
        } catch (CharacterCodingException unreadable) {
            return false;
        }
    }
}
