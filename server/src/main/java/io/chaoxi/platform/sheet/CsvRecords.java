package io.chaoxi.platform.sheet;

import io.chaoxi.platform.sheet.SheetRefused.Reason;
import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Splits text into records by RFC 4180: quotes open at the beginning of a cell only, are doubled inside, and may
 * enclose line breaks. CR, LF and CR LF end a record. A quote in the middle of a cell is an ordinary character.
 */
final class CsvRecords {
    private final PushbackReader text;
    private final char delimiter;
    private final SheetLimits limits;
    private final StringBuilder cell = new StringBuilder();
    private int number;
    private int length;

    CsvRecords(Reader text, char delimiter, SheetLimits limits) {
        this.text = new PushbackReader(text);
        this.delimiter = delimiter;
        this.limits = limits;
    }

    /** The next record, or null behind the last. */
    @Nullable
    SheetRow next() throws IOException {
        int first = text.read();
        if (first < 0) {
            return null;
        }
        text.unread(first);
        number++;
        length = 0;
        List<String> cells = new ArrayList<>();
        int end;
        do {
            end = readCell();
            take(cells);
        } while (end == delimiter);
        if (end == '\r') {
            passLineFeed();
        }
        return new SheetRow(number, cells);
    }

    /** Reads one cell and returns the character behind it: the delimiter, a line end, or -1. */
    private int readCell() throws IOException {
        cell.setLength(0);
        int character = text.read();
        if (character == '"') {
            readQuoted();
            character = text.read();
        }
        while (character >= 0 && character != delimiter && character != '\r' && character != '\n') {
            append(character);
            character = text.read();
        }
        return character;
    }

    private void readQuoted() throws IOException {
        while (true) {
            int character = text.read();
            if (character < 0) {
                throw new SheetRefused(Reason.UNCLOSED_QUOTE, number);
            }
            if (character == '"') {
                int following = text.read();
                if (following != '"') {
                    unread(following);
                    return;
                }
            }
            append(character);
        }
    }

    private void append(int character) {
        if (cell.length() >= limits.cell() || ++length > limits.row()) {
            throw new SheetRefused(Reason.CELL_TOO_LONG, number);
        }
        cell.append((char) character);
    }

    private void take(List<String> cells) {
        if (cells.size() < limits.columns()) {
            cells.add(FormulaGuard.unguard(cell.toString()));
        } else if (!cell.isEmpty()) {
            throw new SheetRefused(Reason.TOO_MANY_COLUMNS, number);
        }
    }

    private void passLineFeed() throws IOException {
        int character = text.read();
        if (character != '\n') {
            unread(character);
        }
    }

    private void unread(int character) throws IOException {
        if (character >= 0) {
            text.unread(character);
        }
    }
}
