package io.chaoxi.platform.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a table row by row to a stream, without keeping it in memory. A value is a text, number, boolean, LocalDate,
 * LocalDateTime or null; moments are converted to the reader's time zone by the caller. Numbers stay numbers, texts
 * stay texts: nothing that a person typed is ever run as a formula, and {@link SheetReader} gives it back unchanged.
 */
public interface SheetWriter extends Closeable {

    /** A column's heading and its width in characters, which matters in .xlsx only. */
    record Column(String name, int width) {
        /** As wide as the heading needs, Chinese characters counting double. */
        public static Column of(String name) {
            int width = name.codePoints().map(point -> point < 0x2E80 ? 1 : 2).sum();
            return new Column(name, Math.clamp(width + 4L, 10, 60));
        }
    }

    void row(List<? extends @Nullable Object> values) throws IOException;

    /** UTF-8 with byte order mark, so that Excel shows Chinese; CR LF line ends. Closing ends the stream. */
    static SheetWriter csv(OutputStream out, List<Column> columns) throws IOException {
        return new CsvSheetWriter(out, columns);
    }

    /**
     * An .xlsx file with a bold, frozen header. A second sheet is begun after 1,048,575 rows. Excel cannot hold cells
     * of more than 32,767 characters: they are refused with {@code fileCellTooLong}, CSV takes them.
     */
    static SheetWriter xlsx(OutputStream out, String sheetName, List<Column> columns) throws IOException {
        return new XlsxSheetWriter(out, sheetName, columns);
    }
}
