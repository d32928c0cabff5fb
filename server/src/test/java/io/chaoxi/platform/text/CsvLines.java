package io.chaoxi.platform.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the well-formed CSV files of the test data into rows by column name. */
public final class CsvLines {
    private CsvLines() {}

    public static List<Map<String, String>> read(Path file) throws IOException {
        String text = Files.readString(file).replaceFirst("^\\uFEFF", "");
        List<List<String>> rows = text.lines().map(CsvLines::cells).toList();
        List<Map<String, String>> named = new ArrayList<>();
        for (List<String> row : rows.subList(1, rows.size())) {
            Map<String, String> cells = new LinkedHashMap<>();
            for (int i = 0; i < rows.getFirst().size(); i++) {
                cells.put(rows.getFirst().get(i), i < row.size() ? row.get(i) : "");
            }
            named.add(cells);
        }
        return named;
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (char character : (line + ",").toCharArray()) {
            if (character == '"') {
                quoted = !quoted;
            } else if (character == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(character);
            }
        }
        return cells;
    }
}
