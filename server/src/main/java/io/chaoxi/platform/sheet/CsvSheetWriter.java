package io.chaoxi.platform.sheet;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** RFC 4180 with a byte order mark; every guarded or special text is quoted. */
final class CsvSheetWriter implements SheetWriter {
    private final Writer out;

    CsvSheetWriter(OutputStream out, List<Column> columns) throws IOException {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 65_536);
        this.out.write('\uFEFF');
        row(columns.stream().map(Column::name).toList());
    }

    @Override
    public void row(List<? extends @Nullable Object> values) throws IOException {
        String separator = "";
        for (Object value : values) {
            out.write(separator);
            out.write(cell(value));
            separator = ",";
        }
        out.write("\r\n");
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal number -> number.toPlainString();
            case Number number -> number.toString();
            case Boolean yes -> yes ? "TRUE" : "FALSE";
            case CharSequence text -> quoted(FormulaGuard.guard(text.toString()));
            default -> value.toString();
        };
    }

    private static String quoted(String text) {
        boolean special = !text.isEmpty()
                && (Character.isWhitespace(text.charAt(0))
                        || text.chars().anyMatch(sign -> sign == '"' || sign == ',' || sign == ';' || sign < 0x20));
        return special ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
