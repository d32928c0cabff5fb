package io.chaoxi.platform.sheet;

import io.chaoxi.platform.sheet.SheetRefused.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What stands beside the rows: where the first visible sheet is, the number formats, the shared texts. */
record XlsxWorkbook(String sheetPart, boolean from1904, List<CellFormat> formats, List<String> texts) {
    private static final int MOST_FORMATS = 70_000;

    static XlsxWorkbook read(XlsxArchive archive) throws IOException {
        String workbook = targetOf(archive, "_rels/.rels", "officeDocument", "xl/workbook.xml");
        String folder = workbook.substring(0, workbook.lastIndexOf('/') + 1);
        String relations = folder + "_rels/" + workbook.substring(folder.length()) + ".rels";
        Map<String, String> parts = new HashMap<>();
        Map<String, String> kinds = new HashMap<>();
        each(archive, relations, "Relationship", xml -> {
            String target = absolute(folder, xml.attribute("Target", ""));
            parts.put(xml.attribute("Id", ""), target);
            String type = xml.attribute("Type", "");
            kinds.put(type.substring(type.lastIndexOf('/') + 1), target);
        });
        List<String> sheets = new ArrayList<>();
        boolean[] from1904 = new boolean[1];
        eachOf(archive, workbook, xml -> {
            if (xml.starts("workbookPr")) {
                from1904[0] = xml.attribute("date1904", "0").matches("1|true");
            } else if (xml.starts("sheet") && xml.attribute("state", "visible").equals("visible")) {
                sheets.add(parts.getOrDefault(xml.attribute("id", ""), ""));
            }
        });
        if (sheets.isEmpty()) {
            throw new SheetRefused(Reason.NOT_A_SPREADSHEET);
        }
        List<CellFormat> formats = formats(archive, kinds.getOrDefault("styles", folder + "styles.xml"));
        List<String> texts = XlsxTexts.read(archive, kinds.getOrDefault("sharedStrings", folder + "sharedStrings.xml"));
        return new XlsxWorkbook(sheets.getFirst(), from1904[0], formats, texts);
    }

    CellFormat format(String style) {
        int index = XlsxRows.number(style, 0);
        return index < formats.size() ? formats.get(index) : CellFormat.GENERAL;
    }

    private static List<CellFormat> formats(XlsxArchive archive, String part) throws IOException {
        Map<String, String> patterns = new HashMap<>();
        List<CellFormat> formats = new ArrayList<>();
        boolean[] cellFormats = new boolean[1];
        eachOf(archive, part, xml -> {
            if (xml.starts("numFmt")) {
                patterns.put(xml.attribute("numFmtId", ""), xml.attribute("formatCode", ""));
            } else if (xml.starts("cellXfs") || xml.ends("cellXfs")) {
                cellFormats[0] = xml.starts("cellXfs");
            } else if (xml.starts("xf") && cellFormats[0]) {
                String id = xml.attribute("numFmtId", "0");
                formats.add(CellFormat.of(XlsxRows.number(id, 0), patterns.getOrDefault(id, "")));
            }
            if (formats.size() > MOST_FORMATS || patterns.size() > MOST_FORMATS) {
                throw new SheetRefused(Reason.HOSTILE);
            }
        });
        return formats;
    }

    private static String targetOf(XlsxArchive archive, String relations, String kind, String otherwise)
            throws IOException {
        String[] target = {otherwise};
        each(archive, relations, "Relationship", xml -> {
            if (xml.attribute("Type", "").endsWith("/" + kind)) {
                target[0] = absolute("", xml.attribute("Target", otherwise));
            }
        });
        return target[0];
    }

    private static String absolute(String folder, String target) {
        return target.startsWith("/") ? target.substring(1) : folder + target;
    }

    private static void each(XlsxArchive archive, String part, String element, Consumer<XlsxXml> use)
            throws IOException {
        eachOf(archive, part, xml -> {
            if (xml.starts(element)) {
                use.accept(xml);
            }
        });
    }

    private static void eachOf(XlsxArchive archive, String part, Consumer<XlsxXml> use) throws IOException {
        InputStream in = archive.part(part);
        if (in == null) {
            return;
        }
        try (XlsxXml xml = new XlsxXml(in)) {
            while (xml.next()) {
                use.accept(xml);
            }
        }
    }
}
