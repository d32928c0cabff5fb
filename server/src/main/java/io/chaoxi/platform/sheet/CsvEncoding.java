package io.chaoxi.platform.sheet;

import io.chaoxi.platform.sheet.SheetRefused.Reason;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The encoding of a text file: by its byte order mark, otherwise UTF-8 if the whole file is that, otherwise GB18030
 * (of which GBK and GB2312 are parts) if the whole file is that. Nothing is ever replaced by a question mark.
 */
record CsvEncoding(Charset charset, int markLength) {

    static CsvEncoding of(Path file) throws IOException {
        byte[] head = head(file);
        if (head.length >= 3 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB && head[2] == (byte) 0xBF) {
            return proven(file, new CsvEncoding(StandardCharsets.UTF_8, 3));
        }
        if (head.length >= 2 && head[0] == (byte) 0xFF && head[1] == (byte) 0xFE) {
            return proven(file, new CsvEncoding(StandardCharsets.UTF_16LE, 2));
        }
        if (head.length >= 2 && head[0] == (byte) 0xFE && head[1] == (byte) 0xFF) {
            return proven(file, new CsvEncoding(StandardCharsets.UTF_16BE, 2));
        }
        return proven(file, new CsvEncoding(StandardCharsets.UTF_8, 0), new CsvEncoding(Charset.forName("GB18030"), 0));
    }

    /** A reader that stops at the first byte that is no character of the encoding. */
    Reader open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        in.skipNBytes(markLength);
        return new BufferedReader(
                new InputStreamReader(
                        in,
                        charset.newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)),
                65_536);
    }

    private static CsvEncoding proven(Path file, CsvEncoding... candidates) throws IOException {
        for (CsvEncoding candidate : candidates) {
            if (candidate.decodes(file)) {
                return candidate;
            }
        }
        throw new SheetRefused(Reason.ENCODING_UNKNOWN);
    }

    private boolean decodes(Path file) throws IOException {
        try (Reader reader = open(file)) {
            char[] buffer = new char[65_536];
            for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
                if (containsNul(buffer, read)) {
                    throw new SheetRefused(Reason.NOT_A_SPREADSHEET);
                }
            }
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }

    private static boolean containsNul(char[] buffer, int length) {
        for (int i = 0; i < length; i++) {
            if (buffer[i] == 0) {
                return true;
            }
        }
        return false;
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(3);
        }
    }
}
