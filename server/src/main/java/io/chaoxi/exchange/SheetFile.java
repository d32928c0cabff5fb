package io.chaoxi.exchange;

import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.sheet.SheetLimits;
import io.chaoxi.platform.sheet.SheetReader;
import io.chaoxi.platform.sheet.SheetRefused;
import io.chaoxi.platform.sheet.SheetRow;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An uploaded sheet read chunk by chunk; what is wrong with the file as a whole becomes a refusal. */
final class SheetFile implements Closeable {
    private static final int CHUNK = 1_000;
    static final int MOST_ROWS = 1_000_000;
    private static final SheetLimits LIMITS = new SheetLimits(MOST_ROWS, 1_000, 1_100_000, 4_000_000, 100_000_000L);

    private final SheetReader reader;

    private SheetFile(SheetReader reader) {
        this.reader = reader;
    }

    static SheetFile open(Path file, String name) {
        return new SheetFile(guarded(() -> SheetReader.open(file, name, LIMITS)));
    }

    /** How many rows stand below the header. */
    static long rows(Path file, String name) {
        try (SheetFile sheet = open(file, name)) {
            long rows = 0;
            for (var chunk = sheet.next(CHUNK); !chunk.isEmpty(); chunk = sheet.next(CHUNK)) rows += chunk.size();
            return rows;
        }
    }

    List<String> header() {
        return reader.header();
    }

    /** The next rows; fewer than asked at the end, none behind it. */
    List<SheetRow> next(int most) {
        return guarded(() -> {
            List<SheetRow> rows = new ArrayList<>(most);
            for (SheetRow row = reader.next(); row != null; row = reader.next()) {
                rows.add(row);
                if (rows.size() == most) break;
            }
            return rows;
        });
    }

    /** 422 for a sheet of headers only: whoever brings it took the wrong file, and zeros would look like success. */
    static Refusal withoutRows() {
        return Refusal.field("file", "fileWithoutRows");
    }

    /** Goes on behind the row with this number; says whether the row was there or is the header. */
    void skipTo(int number) {
        guarded(() -> {
            SheetRow row = number > reader.headerRow() ? reader.next() : null;
            while (row != null && row.number() < number) row = reader.next();
            return number;
        });
    }

    @Override
    public void close() {
        guarded(() -> {
            reader.close();
            return true;
        });
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    private static <T> T guarded(Reading<T> reading) {
        try {
            return reading.read();
        } catch (SheetRefused refused) {
            throw Refusal.of(422, refused.code(), Map.of("row", refused.row(), "max", MOST_ROWS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
