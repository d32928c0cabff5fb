package io.chaoxi.platform.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Builds .xlsx files part by part, as a hostile or unusual program would. */
public final class XlsxFile {
    public static final String START = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
    private final Map<String, Part> parts = new LinkedHashMap<>();

    public interface Part {
        void write(OutputStream out) throws IOException;
    }

    public static XlsxFile minimal() {
        return new XlsxFile()
                .with("[Content_Types].xml", START + "<Types/>")
                .with(
                        "_rels/.rels",
                        START + "<Relationships><Relationship Id=\"r1\" Type=\"http://x/officeDocument\" "
                                + "Target=\"xl/workbook.xml\"/></Relationships>")
                .with(
                        "xl/workbook.xml",
                        START + "<workbook xmlns:r=\"r\"><workbookPr/><sheets><sheet name=\"hidden\" "
                                + "state=\"hidden\" r:id=\"h\"/><sheet name=\"S\" r:id=\"s\"/></sheets></workbook>")
                .with(
                        "xl/_rels/workbook.xml.rels",
                        START + "<Relationships><Relationship Id=\"s\" "
                                + "Type=\"http://x/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
    }

    public XlsxFile sheet(String rows) {
        return with("xl/worksheets/sheet1.xml", START + "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
    }

    public XlsxFile with(String name, String content) {
        return with(name, out -> out.write(content.getBytes(StandardCharsets.UTF_8)));
    }

    public XlsxFile with(String name, Part part) {
        parts.put(name, part);
        return this;
    }

    public Path writeTo(Path file) throws IOException {
        try (OutputStream bytes = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, Part> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                part.getValue().write(zip);
                zip.closeEntry();
            }
        }
        return file;
    }
}
