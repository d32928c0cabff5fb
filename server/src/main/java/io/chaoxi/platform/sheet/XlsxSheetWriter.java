package io.chaoxi.platform.sheet;

import io.chaoxi.platform.sheet.SheetRefused.Reason;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.RichText;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Texts are written as inline text cells, which Excel never runs as formulas; those that would become formulas when
 * edited or saved as CSV also get the text format. Inline, because shared texts would be kept in memory to the end.
 */
final class XlsxSheetWriter implements SheetWriter {
    private static final int LAST_ROW = 1_048_575;
    private static final int FLUSH_EVERY = 500;
    private static final int LONGEST_TEXT = 32_767;
    private static final long EXACT = 999_999_999_999_999L;

    private final Workbook workbook;
    private final String name;
    private final List<Column> columns;
    private Worksheet sheet;
    private int sheets = 1;
    private int row;

    XlsxSheetWriter(OutputStream out, String sheetName, List<Column> columns) {
        this.workbook = new Workbook(out, "Chaoxi", "1.0");
        this.name = allowed(sheetName);
        this.columns = List.copyOf(columns);
        this.sheet = begin(name);
    }

    @Override
    public void row(List<? extends @Nullable Object> values) throws IOException {
        if (row == LAST_ROW) {
            sheet.finish();
            sheets++;
            sheet = begin(name + " " + sheets);
        }
        row++;
        for (int column = 0; column < values.size(); column++) {
            put(column, values.get(column));
        }
        if (row % FLUSH_EVERY == 0) {
            sheet.flush();
        }
    }

    @Override
    public void close() throws IOException {
        sheet.finish();
        workbook.close();
    }

    private Worksheet begin(String sheetName) {
        Worksheet begun = workbook.newWorksheet(sheetName);
        row = 0;
        for (int column = 0; column < columns.size(); column++) {
            begun.width(column, columns.get(column).width());
            begun.inlineString(0, column, XlsxTexts.escape(columns.get(column).name()));
            begun.style(0, column).bold().fillColor("E8F1F4").set();
        }
        begun.freezePane(0, 1);
        return begun;
    }

    private void put(int column, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case Boolean yes -> sheet.value(row, column, yes);
            case Number number -> putNumber(column, number);
            case LocalDate date -> {
                sheet.value(row, column, date);
                sheet.style(row, column).format("yyyy-mm-dd").set();
            }
            case LocalDateTime moment -> {
                sheet.value(row, column, moment);
                sheet.style(row, column).format("yyyy-mm-dd hh:mm:ss").set();
            }
            default -> putText(column, value.toString());
        }
    }

    /** Excel keeps 15 digits; longer numbers are written as text rather than changed. */
    private void putNumber(int column, Number number) {
        if (number instanceof BigDecimal exact && exact.precision() > 15 || Math.abs(number.doubleValue()) > EXACT) {
            putText(column, number instanceof BigDecimal exact ? exact.toPlainString() : number.toString());
        } else {
            sheet.value(row, column, number);
        }
    }

    private void putText(int column, String text) {
        String written = text.startsWith("'") ? FormulaGuard.guard(text) : text;
        if (written.length() > LONGEST_TEXT) {
            throw new SheetRefused(Reason.CELL_TOO_LONG, row + 1);
        }
        String escaped = XlsxTexts.escape(written);
        if (written.isEmpty()) {
            return;
        }
        if (written.equals(written.strip())) {
            sheet.inlineString(row, column, escaped);
        } else {
            sheet.inlineString(
                    row, column, RichText.builder().run(escaped).end().build());
        }
        if (FormulaGuard.dangerous(text)) {
            sheet.style(row, column).format("@").set();
        }
    }

    private static String allowed(String sheetName) {
        String allowed =
                sheetName.replaceAll("[\\\\/?*\\[\\]:'\\p{Cntrl}]", " ").strip();
        return allowed.isEmpty() ? "Sheet" : allowed.substring(0, Math.min(28, allowed.length()));
    }
}
