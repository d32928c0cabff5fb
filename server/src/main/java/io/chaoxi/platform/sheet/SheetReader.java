package io.chaoxi.platform.sheet;

import io.chaoxi.platform.sheet.SheetRefused.Reason;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Reads the first visible sheet of an .xlsx file, or a text file of comma, semicolon or tab separated values, row by
 * row. The kind is decided by the content, not by the file's name. The first row that is not blank is the header.
 *
 * <p>Cells come as text: dates as 2026-11-21 or 2026-11-21T08:00:00, numbers in plain digits, percentages as 12.5%,
 * formulas by their stored result. Texts come exactly as written, blanks included.
 */
public final class SheetReader implements Closeable {
    private final RowSource source;
    private final SheetLimits limits;
    private final SheetRow header;
    private int taken;

    private SheetReader(RowSource source, SheetLimits limits) throws IOException {
        this.source = source;
        this.limits = limits;
        SheetRow first = nextFilled();
        if (first == null) {
            throw new SheetRefused(Reason.EMPTY);
        }
        this.header = new SheetRow(
                first.number(),
                withoutEmptyTail(first.cells()).stream().map(String::strip).toList());
    }

    /** Opens a file that was uploaded under this name. Refused at once: other kinds, encrypted, damaged, hostile. */
    public static SheetReader open(Path file, String fileName, SheetLimits limits) throws IOException {
        if (Files.size(file) > limits.file()) {
            throw new SheetRefused(Reason.TOO_LARGE);
        }
        RowSource source = switch (FileKind.of(file)) {
            case ZIP -> XlsxRows.open(file, limits);
            case TEXT -> CsvRows.open(file, fileName, limits);
            case OLD_EXCEL -> throw new SheetRefused(Reason.OLD_EXCEL);
            case ENCRYPTED -> throw new SheetRefused(Reason.ENCRYPTED);
            case EMPTY -> throw new SheetRefused(Reason.EMPTY);
            case OTHER -> throw new SheetRefused(Reason.NOT_A_SPREADSHEET);
        };
        try {
            return new SheetReader(source, limits);
        } catch (IOException | RuntimeException refused) {
            source.close();
            throw refused;
        }
    }

    /** Column names without surrounding blanks; empty names stand for columns without one. */
    public List<String> header() {
        return header.cells();
    }

    public int headerRow() {
        return header.number();
    }

    /** The next row that is not blank, as wide as the header at least; null behind the last. */
    public @Nullable SheetRow next() throws IOException {
        SheetRow row = nextFilled();
        if (row == null) {
            return null;
        }
        if (++taken > limits.rows()) {
            throw new SheetRefused(Reason.TOO_MANY_ROWS, row.number());
        }
        List<String> cells = new ArrayList<>(withoutEmptyTail(row.cells()));
        while (cells.size() < header.cells().size()) {
            cells.add("");
        }
        return new SheetRow(row.number(), List.copyOf(cells));
    }

    /** The remaining rows, read while the stream is. */
    public Stream<SheetRow> rows() {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(new Rows(), Spliterator.ORDERED | Spliterator.NONNULL), false);
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    private @Nullable SheetRow nextFilled() throws IOException {
        SheetRow row = source.next();
        while (row != null && row.blank()) {
            row = source.next();
        }
        return row;
    }

    private static List<String> withoutEmptyTail(List<String> cells) {
        int width = cells.size();
        while (width > 0 && cells.get(width - 1).isEmpty()) {
            width--;
        }
        return cells.subList(0, width);
    }

    private final class Rows implements Iterator<SheetRow> {
        private @Nullable SheetRow ahead;

        @Override
        public boolean hasNext() {
            try {
                ahead = ahead == null ? SheetReader.this.next() : ahead;
                return ahead != null;
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        @Override
        public SheetRow next() {
            SheetRow row = hasNext() ? ahead : null;
            if (row == null) {
                throw new NoSuchElementException();
            }
            ahead = null;
            return row;
        }
    }
}
