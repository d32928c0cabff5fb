package io.chaoxi.platform.sheet;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The records of a text file; the delimiter is the one that gives the first records the same number of cells. */
final class CsvRows implements RowSource {
    private static final int SAMPLE = 65_536;
    private static final int SAMPLE_RECORDS = 50;

    private final Reader reader;
    private final CsvRecords records;

    private CsvRows(Reader reader, CsvRecords records) {
        this.reader = reader;
        this.records = records;
    }

    static CsvRows open(Path file, String fileName, SheetLimits limits) throws IOException {
        CsvEncoding encoding = CsvEncoding.of(file);
        String sample = sampleOf(file, encoding);
        boolean saysDelimiter = sample.matches("(?s)sep=[,;\\t|]\\r?\\n.*");
        char delimiter = saysDelimiter ? sample.charAt(4) : delimiterOf(sample, fileName, limits);
        Reader reader = encoding.open(file);
        CsvRecords records = new CsvRecords(reader, delimiter, limits);
        if (saysDelimiter) {
            records.next();
        }
        return new CsvRows(reader, records);
    }

    @Override
    public @Nullable SheetRow next() throws IOException {
        return records.next();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private static String sampleOf(Path file, CsvEncoding encoding) throws IOException {
        try (Reader reader = encoding.open(file)) {
            char[] buffer = new char[SAMPLE];
            int filled = 0;
            int read = reader.read(buffer, 0, SAMPLE);
            while (read > 0) {
                filled += read;
                read = reader.read(buffer, filled, SAMPLE - filled);
            }
            return new String(buffer, 0, filled);
        }
    }

    private static char delimiterOf(String sample, String fileName, SheetLimits limits) throws IOException {
        boolean tabbed = fileName.toLowerCase(Locale.ROOT).endsWith(".tsv");
        char best = tabbed ? '\t' : ',';
        int bestScore = scoreOf(sample, best, limits);
        for (char candidate : new char[] {',', '\t', ';'}) {
            int score = scoreOf(sample, candidate, limits);
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return best;
    }

    /** Records as wide as the first count for it, others against it; one column only proves nothing. */
    private static int scoreOf(String sample, char delimiter, SheetLimits limits) throws IOException {
        List<Integer> widths = new ArrayList<>();
        CsvRecords records = new CsvRecords(new StringReader(sample), delimiter, limits);
        try {
            SheetRow row = records.next();
            while (row != null && widths.size() < SAMPLE_RECORDS) {
                if (!row.blank()) {
                    widths.add(row.cells().size());
                }
                row = records.next();
            }
        } catch (SheetRefused cutOff) {
            widths.add(0);
        }
        if (widths.isEmpty() || widths.getFirst() < 2) {
            return 0;
        }
        long alike = widths.stream().filter(widths.getFirst()::equals).count();
        return (int) (1 + Math.max(0, 2 * alike - widths.size()) * 1_000 + widths.getFirst());
    }
}
