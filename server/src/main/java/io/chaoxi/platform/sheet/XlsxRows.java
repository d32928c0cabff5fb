package io.chaoxi.platform.sheet;

import io.chaoxi.platform.sheet.SheetRefused.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one sheet of an .xlsx file. Read by our own walker and not by fastexcel's reader, because that one grows
 * its lists to whatever index a hostile file states.
 */
final class XlsxRows implements RowSource {
    private final XlsxArchive archive;
    private final XlsxWorkbook workbook;
    private final XlsxXml sheet;
    private final SheetLimits limits;
    private int number;
    private int length;

    private XlsxRows(XlsxArchive archive, XlsxWorkbook workbook, XlsxXml sheet, SheetLimits limits) {
        this.archive = archive;
        this.workbook = workbook;
        this.sheet = sheet;
        this.limits = limits;
    }

    static XlsxRows open(Path file, SheetLimits limits) throws IOException {
        XlsxArchive archive = XlsxArchive.open(file);
        try {
            XlsxWorkbook workbook = XlsxWorkbook.read(archive);
            InputStream part = archive.part(workbook.sheetPart());
            if (part == null) {
                throw new SheetRefused(Reason.DAMAGED);
            }
            return new XlsxRows(archive, workbook, new XlsxXml(part), limits);
        } catch (IOException | RuntimeException refused) {
            archive.close();
            throw refused;
        }
    }

    @Override
    public @Nullable SheetRow next() {
        while (sheet.next()) {
            if (sheet.starts("row")) {
                return readRow();
            }
            if (sheet.ends("sheetData")) {
                return null;
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        sheet.close();
        archive.close();
    }

    /** A small whole number in an attribute or a cell; anything else is the other value. */
    static int number(String text, int otherwise) {
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : otherwise;
    }

    private SheetRow readRow() {
        number = number(sheet.attribute("r", ""), number + 1);
        length = 0;
        List<String> cells = new ArrayList<>();
        int column = 0;
        while (sheet.next() && !sheet.ends("row")) {
            if (sheet.starts("c")) {
                column = columnOf(sheet.attribute("r", ""), column);
                String text = FormulaGuard.unguard(readCell());
                if (!text.isEmpty()) {
                    put(cells, column, text);
                }
                column++;
            }
        }
        return new SheetRow(number, cells);
    }

    private void put(List<String> cells, int column, String text) {
        if (column >= limits.columns()) {
            throw new SheetRefused(Reason.TOO_MANY_COLUMNS, number);
        }
        length += text.length();
        if (text.length() > limits.cell() || length > limits.row()) {
            throw new SheetRefused(Reason.CELL_TOO_LONG, number);
        }
        while (cells.size() <= column) {
            cells.add("");
        }
        cells.set(column, text);
    }

    private String readCell() {
        String type = sheet.attribute("t", "n");
        CellFormat format = workbook.format(sheet.attribute("s", "0"));
        String inline = "";
        StringBuilder value = new StringBuilder();
        while (sheet.next() && !sheet.ends("c")) {
            if (sheet.starts("v")) {
                sheet.text(value, limits.cell());
            } else if (sheet.starts("is")) {
                inline = XlsxTexts.item(sheet, "is");
            }
        }
        return meaning(type, format, value.toString(), inline);
    }

    private String meaning(String type, CellFormat format, String value, String inline) {
        return switch (type) {
            case "s" -> shared(value);
            case "inlineStr" -> inline;
            case "str" -> XlsxTexts.unescape(value);
            case "b" -> value.equals("1") || value.equals("true") ? "TRUE" : value.isEmpty() ? "" : "FALSE";
            case "d" -> value.endsWith("T00:00:00") ? value.substring(0, value.length() - 9) : value;
            case "e" -> value;
            default -> format.text(value.strip(), workbook.from1904());
        };
    }

    private String shared(String value) {
        int index = number(value.strip(), -1);
        if (index < 0 || index >= workbook.texts().size()) {
            throw new SheetRefused(Reason.DAMAGED, number);
        }
        return workbook.texts().get(index);
    }

    /** The letters of a reference (AB12 is 27, counted from 0); without a reference the next column. */
    private int columnOf(String reference, int otherwise) {
        int column = 0;
        int letters = 0;
        while (letters < reference.length() && reference.charAt(letters) >= 'A' && reference.charAt(letters) <= 'Z') {
            column = column * 26 + reference.charAt(letters) - 'A' + 1;
            if (++letters > 3) {
                throw new SheetRefused(Reason.DAMAGED, number);
            }
        }
        return letters == 0 ? otherwise : column - 1;
    }
}
