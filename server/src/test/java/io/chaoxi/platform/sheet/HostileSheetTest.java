package io.chaoxi.platform.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.chaoxi.platform.sheet.SheetRefused.Reason;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Files that were made to hurt: each is refused with its reason, in five seconds and with little memory. */
class HostileSheetTest {
    private static final String HEADER = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>h</t></is></c></row>";

    @TempDir
    Path folder;

    @Test
    void billionLaughs() throws IOException {
        String entities = "<!DOCTYPE w [<!ENTITY a \"lol\">"
                + IntStream.range(1, 10)
                        .mapToObj(
                                i -> "<!ENTITY a" + i + " \"" + ("&a" + (i == 1 ? "" : i - 1) + ";").repeat(10) + "\">")
                        .reduce("", String::concat)
                + "]>";
        refused(
                Reason.HOSTILE,
                XlsxFile.minimal()
                        .with(
                                "xl/worksheets/sheet1.xml",
                                entities + "<worksheet><sheetData><row r=\"1\"><c t=\"str\"><v>&a9;</v></c></row>"
                                        + "</sheetData></worksheet>"));
    }

    @Test
    void externalEntitiesInAnyPart() throws IOException {
        String declaration = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>";
        refused(Reason.HOSTILE, XlsxFile.minimal().with("xl/worksheets/sheet1.xml", declaration + "<worksheet/>"));
        refused(
                Reason.HOSTILE,
                XlsxFile.minimal()
                        .sheet(HEADER)
                        .with("xl/sharedStrings.xml", declaration + "<sst><si><t>&e;</t></si></sst>"));
        refused(Reason.HOSTILE, XlsxFile.minimal().sheet(HEADER).with("xl/styles.xml", declaration + "<styleSheet/>"));
        refused(Reason.HOSTILE, XlsxFile.minimal().sheet(HEADER).with("_rels/.rels", declaration + "<Relationships/>"));
    }

    @Test
    void zipBomb() throws IOException {
        byte[] blanks = new byte[1_000_000];
        Arrays.fill(blanks, (byte) ' ');
        refused(Reason.HOSTILE, XlsxFile.minimal().with("xl/worksheets/sheet1.xml", out -> {
            out.write("<worksheet><sheetData>".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 100; i++) {
                out.write(blanks);
            }
        }));
    }

    @Test
    void oneTagOfTwentyMegabytes() throws IOException {
        byte[] noise = noise(200_000);
        refused(Reason.HOSTILE, XlsxFile.minimal().with("xl/worksheets/sheet1.xml", out -> {
            out.write("<worksheet a=\"".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 100; i++) {
                out.write(noise);
            }
        }));
    }

    @Test
    void partsThatPointOutOfTheArchive() throws IOException {
        refused(Reason.HOSTILE, XlsxFile.minimal().sheet(HEADER).with("../../etc/cron.d/x", "x"));
        refused(Reason.HOSTILE, XlsxFile.minimal().sheet(HEADER).with("/etc/x", "x"));
        refused(Reason.HOSTILE, XlsxFile.minimal().sheet(HEADER).with("xl\\..\\x", "x"));
    }

    @Test
    void allSixteenThousandColumns() throws IOException {
        StringBuilder cells = new StringBuilder("<row r=\"1\">");
        for (int i = 0; i < 16_384; i++) {
            cells.append("<c t=\"str\"><v>c").append(i).append("</v></c>");
        }
        refused(Reason.TOO_MANY_COLUMNS, XlsxFile.minimal().sheet(cells + "</row>"));
        refused(
                Reason.TOO_MANY_COLUMNS,
                XlsxFile.minimal().sheet(HEADER + "<row r=\"2\"><c r=\"XFD2\"><v>1</v></c></row>"));
        refused(Reason.TOO_MANY_COLUMNS, "wide.csv", "c,".repeat(16_384).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void cellsFarOutsideOfTheSheet() throws IOException {
        refused(Reason.DAMAGED, XlsxFile.minimal().sheet(HEADER + "<row r=\"2\"><c r=\"ZZZZZZZ2\"><v>1</v></c></row>"));
    }

    @Test
    void aMillionSharedTexts() throws IOException {
        refused(Reason.TOO_MANY_TEXTS, XlsxFile.minimal().sheet(HEADER).with("xl/sharedStrings.xml", out -> {
            out.write("<sst>".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 1_000_000; i++) {
                out.write(("<si><t>" + Integer.toString(i * 7919, 36) + "</t></si>").getBytes(StandardCharsets.UTF_8));
            }
            out.write("</sst>".getBytes(StandardCharsets.UTF_8));
        }));
        refused(
                Reason.TOO_MANY_TEXTS,
                XlsxFile.minimal().sheet(HEADER).with("xl/sharedStrings.xml", "<sst uniqueCount=\"1000000\"/>"));
    }

    @Test
    void sharedTextsThatDoNotExist() throws IOException {
        refused(
                Reason.DAMAGED,
                XlsxFile.minimal().sheet(HEADER + "<row r=\"2\"><c t=\"s\"><v>2000000000</v></c></row>"));
        refused(Reason.DAMAGED, XlsxFile.minimal().sheet(HEADER + "<row r=\"2\"><c t=\"s\"><v>-1</v></c></row>"));
    }

    @Test
    void elementsNestedWithoutEnd() throws IOException {
        refused(Reason.HOSTILE, XlsxFile.minimal().sheet("<a>".repeat(100_000)));
    }

    @Test
    void moreRowsThanAllowed() throws IOException {
        refused(Reason.TOO_MANY_ROWS, "rows.csv", "a,b\n".repeat(1_002).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void filesOfOtherKinds() throws IOException {
        byte[] ole = new byte[4_096];
        ole[0] = (byte) 0xD0;
        ole[1] = (byte) 0xCF;
        ole[2] = 0x11;
        ole[3] = (byte) 0xE0;
        refused(Reason.OLD_EXCEL, "old.xlsx", ole);
        byte[] name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(name, 0, ole, 2_048, name.length);
        refused(Reason.ENCRYPTED, "secret.xlsx", ole);
        refused(Reason.EMPTY, "empty.csv", new byte[0]);
        refused(Reason.EMPTY, "blank.csv", " \r\n,,\r\n".getBytes(StandardCharsets.UTF_8));
        refused(
                Reason.NOT_A_SPREADSHEET,
                "page.xls",
                "<html><table><tr><td>1</table>".getBytes(StandardCharsets.UTF_8));
        refused(Reason.NOT_A_SPREADSHEET, "a.pdf", "%PDF-1.7".getBytes(StandardCharsets.UTF_8));
        refused(Reason.NOT_A_SPREADSHEET, "nul.csv", "a,b\n1,\0\n".getBytes(StandardCharsets.UTF_8));
        refused(
                Reason.NOT_A_SPREADSHEET,
                "late.csv",
                ("a,b\n".repeat(900) + "x".repeat(100_000) + "\0").getBytes(StandardCharsets.UTF_8));
        Path zip = new XlsxFile().with("readme.txt", "x").writeTo(folder.resolve("a.zip"));
        refused(Reason.NOT_A_SPREADSHEET, "a.xlsx", Files.readAllBytes(zip));
    }

    @Test
    void truncatedAndDamagedArchives() throws IOException {
        byte[] whole =
                Files.readAllBytes(XlsxFile.minimal().sheet(HEADER.repeat(50)).writeTo(folder.resolve("t.xlsx")));
        refused(Reason.DAMAGED, "cut.xlsx", Arrays.copyOf(whole, whole.length / 2));
        refused(Reason.DAMAGED, "stub.xlsx", Arrays.copyOf(whole, 4));
        refused(Reason.DAMAGED, XlsxFile.minimal().sheet(HEADER + "<row"));
        refused(Reason.DAMAGED, XlsxFile.minimal());
    }

    @Test
    void textsThatAreNoText() throws IOException {
        refused(Reason.ENCODING_UNKNOWN, "bad.csv", new byte[] {'a', ',', (byte) 0xFF, (byte) 0xFF, '\n'});
        refused(Reason.ENCODING_UNKNOWN, "mixed.csv", new byte[] {
            (byte) 0xEF, (byte) 0xBB, (byte) 0xBF, (byte) 0xC0, (byte) 0x80
        });
        refused(
                Reason.UNCLOSED_QUOTE,
                "quote.csv",
                ("a,b\n1,\"2\n" + "3,4\n".repeat(10)).getBytes(StandardCharsets.UTF_8));
        refused(
                Reason.CELL_TOO_LONG,
                "endless.csv",
                ("a,b\n\"" + "x".repeat(3_000_000)).getBytes(StandardCharsets.UTF_8));
        refused(Reason.UNCLOSED_QUOTE, "lone.csv", "\"".getBytes(StandardCharsets.UTF_8));
    }

    /** 300 files with bytes changed, cut or repeated: read or refused, never any other failure. */
    @TestFactory
    Stream<DynamicTest> mutilatedFiles() throws IOException {
        Path good = folder.resolve("good.xlsx");
        try (OutputStream out = Files.newOutputStream(good);
                SheetWriter writer =
                        SheetWriter.xlsx(out, "S", List.of(SheetWriter.Column.of("a"), SheetWriter.Column.of("b")))) {
            for (int i = 0; i < 50; i++) {
                writer.row(List.of("恒锐" + i, i));
            }
        }
        byte[] xlsx = Files.readAllBytes(good);
        byte[] csv = "名称,城市\n\"恒,锐\",深圳\n\"a\"\"b\",c\r\n".repeat(20).getBytes(StandardCharsets.UTF_8);
        return IntStream.range(0, 300)
                .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> {
                    Random random = new Random(seed);
                    Path file = folder.resolve("m" + seed);
                    Files.write(file, mutilated(seed % 2 == 0 ? xlsx : csv, random));
                    readOrRefused(file);
                }));
    }

    private static byte[] mutilated(byte[] good, Random random) {
        byte[] bytes = random.nextInt(4) == 0 ? Arrays.copyOf(good, 1 + random.nextInt(good.length)) : good.clone();
        for (int i = random.nextInt(20); i >= 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private static void readOrRefused(Path file) throws IOException {
        try (SheetReader reader = SheetReader.open(file, "m.xlsx", SheetLimits.ofRows(1_000))) {
            while (reader.next() != null) {
                assertThat(reader.header()).isNotNull();
            }
        } catch (SheetRefused refused) {
            assertThat(refused.code()).startsWith("file");
        }
    }

    private void refused(Reason reason, XlsxFile file) throws IOException {
        refused(reason, file.writeTo(folder.resolve("hostile.xlsx")));
    }

    private void refused(Reason reason, String name, byte[] content) throws IOException {
        refused(reason, Files.write(folder.resolve(name), content));
    }

    private static void refused(Reason reason, Path file) throws IOException {
        long before = allocated();
        long start = System.nanoTime();
        try (SheetReader reader = SheetReader.open(file, file.getFileName().toString(), SheetLimits.ofRows(1_000))) {
            while (reader.next() != null) {
                assertThat(reader.header()).isNotNull();
            }
            fail("was read: " + file);
        } catch (SheetRefused refused) {
            assertThat(refused.reason()).as(String.valueOf(refused.getCause())).isEqualTo(reason);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        assertThat(allocated() - before).isLessThan(256_000_000L);
    }

    /** Everything that this thread ever allocated: more than was ever held at once. */
    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    private static byte[] noise(int length) {
        Random random = new Random(27);
        byte[] noise = new byte[length];
        for (int i = 0; i < length; i++) {
            noise[i] = (byte) ('a' + random.nextInt(26));
        }
        return noise;
    }
}
