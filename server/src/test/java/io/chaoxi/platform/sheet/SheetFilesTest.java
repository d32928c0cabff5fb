package io.chaoxi.platform.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetFilesTest {
    private static final List<String> HOSTILE_TEXTS = List.of(
            "=1+1",
            "+86 138",
            "-5",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            "\n=1",
            "＝1",
            "＋1",
            "－1",
            "＠a",
            " =1",
            "\u3000=1",
            "\u00A0=cmd",
            "'=1",
            "''=1",
            "' =1",
            "'",
            "''abc",
            "\u200B=1",
            "=HYPERLINK(\"http://x\",\"y\")",
            "a=1",
            "1-2",
            "；=1");
    private static final List<String> RARE_TEXTS = List.of(
            "𠮷野家",
            "𬎆㐀",
            "👩‍👩‍👧‍👦🇨🇳",
            "שלום \u202Eabc",
            "e\u0301a\u0308",
            "a\"b,c;d",
            "line\nbreak\r\nend",
            "  blanks  ",
            "_x0041_",
            "_x005F_",
            "ctl\u0001\u001f",
            "<&>'\"]]>",
            "00012",
            "1e5",
            "TRUE",
            "\uFEFFbom",
            "a\u0085b\u2028c",
            "汉".repeat(32_000));

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx"})
    void whatIsExportedIsReadBackExactly(String format) throws IOException {
        List<String> texts = new ArrayList<>(HOSTILE_TEXTS);
        texts.addAll(RARE_TEXTS);
        Path file = write(format, texts.stream().map(text -> List.of("x", text)).toList());
        assertThat(read(file)).extracting(cells -> cells.get(1)).isEqualTo(texts);
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx"})
    void anyTextSurvivesExportAndImport(String format) throws IOException {
        Random random = new Random(26);
        String signs = "=+-@'\"\t\r\n ,;_x0041＝＋－＠\u3000ab汉\u0002";
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(8), 0, signs.length()).forEach(at -> text.append(signs.charAt(at)));
            rows.add(List.of("x", text.toString(), "y"));
        }
        assertThat(read(write(format, rows))).isEqualTo(rows);
    }

    @Test
    void noTextCellOfAnExportIsAFormula() throws IOException {
        String csv = Files.readString(
                write("csv", HOSTILE_TEXTS.stream().map(List::of).toList()));
        assertThat(csv.substring(1).split("\r\n"))
                .noneMatch(line -> line.matches("(?s)" + "^\"?[\\s\u3000\u00A0\u200B]*[=+\\-@＝＋－＠].*"));
        try (ZipFile xlsx = new ZipFile(
                write("xlsx", HOSTILE_TEXTS.stream().map(List::of).toList()).toFile())) {
            String sheet = new String(
                    xlsx.getInputStream(xlsx.getEntry("xl/worksheets/sheet1.xml"))
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
            assertThat(sheet).contains("t=\"inlineStr\"").doesNotContain("<f>");
        }
    }

    @Test
    void typedValuesStayWhatTheyAre() throws IOException {
        List<Object> values = Arrays.asList(
                new BigDecimal("-1234.50"),
                42,
                true,
                LocalDate.of(2026, 11, 21),
                LocalDateTime.of(2026, 11, 21, 8, 5, 9),
                null,
                new BigDecimal("123456789012345678"),
                0.1 + 0.2);
        List<String> csv = read(writeRows("csv", List.of(values))).getFirst();
        List<String> xlsx = read(writeRows("xlsx", List.of(values))).getFirst();
        assertThat(csv)
                .startsWith("-1234.50", "42", "TRUE", "2026-11-21", "2026-11-21T08:05:09", "", "123456789012345678");
        assertThat(xlsx)
                .startsWith(
                        "-1234.5", "42", "TRUE", "2026-11-21", "2026-11-21T08:05:09", "", "123456789012345678", "0.3");
    }

    @Test
    void readsNumbersOfExcelAsPeopleTypedThem() throws IOException {
        Path file = XlsxFile.minimal()
                .with(
                        "xl/styles.xml",
                        XlsxFile.START + "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"000000\"/>"
                                + "<numFmt numFmtId=\"165\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\"/>"
                                + "<numFmt numFmtId=\"166\" formatCode=\"#,##0.00&quot;day&quot;\"/></numFmts><cellXfs>"
                                + "<xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"22\"/><xf numFmtId=\"10\"/>"
                                + "<xf numFmtId=\"164\"/><xf numFmtId=\"165\"/><xf numFmtId=\"21\"/><xf numFmtId=\"166\"/>"
                                + "</cellXfs></styleSheet>")
                .sheet(row(1, "<c r=\"A1\" t=\"str\"><v>h</v></c>")
                        + row(
                                2,
                                number(0, "13800138000"),
                                number(0, "1.3800138E10"),
                                number(0, "0.30000000000000004"),
                                number(1, "46347"),
                                number(2, "46347.336909722222"),
                                number(3, "0.125"),
                                number(4, "1"),
                                number(5, "46347"),
                                number(6, "0.5"),
                                number(7, "12.5"),
                                number(0, "-0"),
                                "<c t=\"b\"><v>1</v></c>",
                                "<c t=\"e\"><v>#DIV/0!</v></c>",
                                "<c><f>A1*2</f><v>7</v></c>",
                                "<c t=\"d\"><v>2026-11-21T00:00:00</v></c>"))
                .writeTo(folder.resolve("numbers.xlsx"));
        assertThat(read(file).getFirst())
                .containsExactly(
                        "13800138000",
                        "13800138000",
                        "0.3",
                        "2026-11-21",
                        "2026-11-21T08:05:09",
                        "12.5%",
                        "000001",
                        "2026-11-21",
                        "12:00:00",
                        "12.5",
                        "0",
                        "TRUE",
                        "#DIV/0!",
                        "7",
                        "2026-11-21");
    }

    @Test
    void joinsRunsAndLeavesOutPhoneticGuides() throws IOException {
        Path file = XlsxFile.minimal()
                .with(
                        "xl/sharedStrings.xml",
                        XlsxFile.START + "<sst><si><r><t>恒</t></r><r><t>锐</t></r><rPh><t>x</t></rPh></si></sst>")
                .sheet(row(3, "<c r=\"A3\" t=\"s\"><v>0</v></c>")
                        + row(7, "<c r=\"C7\" t=\"inlineStr\"><is><t> b </t></is></c>"))
                .writeTo(folder.resolve("runs.xlsx"));
        try (SheetReader reader = SheetReader.open(file, "runs.xlsx", SheetLimits.ofRows(10))) {
            assertThat(reader.header()).containsExactly("恒锐");
            assertThat(reader.headerRow()).isEqualTo(3);
            assertThat(reader.next()).isEqualTo(new SheetRow(7, List.of("", "", " b ")));
            assertThat(reader.next()).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "GBK", "UTF-16LE+BOM", "UTF-8+BOM", "UTF-16BE+BOM"})
    void readsTextInTheEncodingsOfChinesePrograms(String encoding) throws IOException {
        String text = "公司,城市\r\n恒锐精密,深圳\r\n";
        String body = encoding.endsWith("+BOM") ? "\uFEFF" + text : text;
        Path file = folder.resolve("a.csv");
        Files.write(file, body.getBytes(Charset.forName(encoding.replace("+BOM", ""))));
        try (SheetReader reader = SheetReader.open(file, "a.csv", SheetLimits.ofRows(10))) {
            assertThat(reader.header()).containsExactly("公司", "城市");
            assertThat(reader.next()).isEqualTo(new SheetRow(2, List.of("恒锐精密", "深圳")));
        }
    }

    @Test
    void readsRareCharactersInGb18030() throws IOException {
        Path file = folder.resolve("rare.csv");
        Files.write(file, "名,x\n𠮷𬎆㐀,y\n".getBytes(Charset.forName("GB18030")));
        assertThat(read(file)).containsExactly(List.of("𠮷𬎆㐀", "y"));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void findsTheDelimiter(String delimiter) throws IOException {
        String text = "a|b|c\n1|\"x, y; z\"|3\n\n4|\"line\nbreak\"|\"say \"\"hi\"\"\"\n".replace("|", delimiter);
        assertThat(read(text("d.csv", text)))
                .containsExactly(List.of("1", "x, y; z", "3"), List.of("4", "line\nbreak", "say \"hi\""));
    }

    @Test
    void obeysTheDelimiterThatExcelWrites() throws IOException {
        assertThat(read(text("s.csv", "sep=;\r\na;b\r\n1,5;2\r\n"))).containsExactly(List.of("1,5", "2"));
    }

    @Test
    void aQuoteInTheMiddleIsAnOrdinaryCharacter() throws IOException {
        assertThat(read(text("q.csv", "a,b\n5\" pipe,\"x\"y\n"))).containsExactly(List.of("5\" pipe", "xy"));
    }

    @Test
    void numbersRowsAsTheSpreadsheetDoesAndSkipsBlankOnes() throws IOException {
        try (SheetReader reader =
                SheetReader.open(text("n.csv", "\n\na,b\n\n1\n,\n2,3,4\n"), "n.csv", SheetLimits.ofRows(9))) {
            assertThat(reader.headerRow()).isEqualTo(3);
            assertThat(reader.rows())
                    .containsExactly(new SheetRow(5, List.of("1", "")), new SheetRow(7, List.of("2", "3", "4")));
        }
    }

    @Test
    void excelCannotHoldTheLongestTextsAndSaysSo() {
        String long1 = "x".repeat(32_768);
        assertThatThrownBy(() -> write("xlsx", List.of(List.of(long1))))
                .isInstanceOfSatisfying(
                        SheetRefused.class,
                        refused -> assertThat(refused.code()).isEqualTo("fileCellTooLong"));
    }

    @Test
    void aMegabyteInOneCellOfTextIsRead() throws IOException {
        String megabyte = "汉字".repeat(500_000);
        assertThat(read(write("csv", List.of(List.of("a", megabyte))))).containsExactly(List.of("a", megabyte));
    }

    private Path write(String format, List<? extends List<?>> rows) throws IOException {
        return writeRows(format, rows);
    }

    private Path writeRows(String format, List<? extends List<?>> rows) throws IOException {
        Path file = folder.resolve("out." + format);
        List<SheetWriter.Column> columns = new ArrayList<>();
        for (int i = 0; i < rows.getFirst().size(); i++) {
            columns.add(SheetWriter.Column.of("列" + i));
        }
        try (OutputStream out = Files.newOutputStream(file);
                SheetWriter writer =
                        format.equals("csv") ? SheetWriter.csv(out, columns) : SheetWriter.xlsx(out, "客户", columns)) {
            for (List<?> row : rows) {
                writer.row(row);
            }
        }
        return file;
    }

    private Path text(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private static List<List<String>> read(Path file) throws IOException {
        try (SheetReader reader = SheetReader.open(file, file.getFileName().toString(), SheetLimits.ofRows(100_000))) {
            return reader.rows().map(SheetRow::cells).toList();
        }
    }

    private static String row(int number, String... cells) {
        return "<row r=\"" + number + "\">" + String.join("", cells) + "</row>";
    }

    private static String number(int style, String value) {
        return "<c s=\"" + style + "\"><v>" + value + "</v></c>";
    }
}
