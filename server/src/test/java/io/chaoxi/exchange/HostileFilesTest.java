package io.chaoxi.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.platform.sheet.XlsxFile;
import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * G27, hostile cases 27 and 28: files that were made to hurt, sent as a browser sends them. Each is answered within five
 * seconds, with less than 256 MB ever allocated for it, and never with a fault. {@code -Dsafety.files=300} for all of the
 * mutilated ones.
 */
@ApplicationTest
class HostileFilesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long MEMORY = 256_000_000;
    private static final String HEADER = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>客户名称</t></is></c></row>";
    private static final List<String> NAMES = List.of(
            "../../../etc/passwd",
            "..\\..\\boot.ini",
            "a\u0000.csv",
            "长".repeat(255) + ".csv",
            "\u202Efdp.csv",
            "CON.csv",
            ".",
            "..",
            "/",
            "a/b\\c.csv",
            "a\".csv; filename=\"b.exe",
            "ＡＢＣ.CsV",
            "<script>alert(1)</script>.csv",
            "x".repeat(5_000));

    @Autowired
    ApplicationContext application;

    @TempDir
    Path folder;

    private final List<String> problems = new ArrayList<>();
    private Exchange admin;
    private Firm firm;

    @BeforeEach
    void found() {
        firm = Firm.found(application);
        admin = Exchange.by(application, firm.administrator());
    }

    @Test
    void filesMadeToHurtAreRefusedInTime() throws IOException {
        var files = hostile();
        for (var file : files.entrySet()) {
            var answer = sent(file.getKey(), file.getValue());
            if (answer.status() < 400 || answer.status() >= 500) problems.add(file.getKey() + " " + answer.status());
        }
        assertThat(problems).isEmpty();
    }

    @Test
    void mutilatedFilesAreReadOrRefused() throws IOException {
        int files = Integer.getInteger("safety.files", 40);
        byte[] xlsx = good();
        byte[] csv = "客户名称,电话\n\"恒,锐\",13800138000\n\"a\"\"b\",1\r\n".repeat(30).getBytes(StandardCharsets.UTF_8);
        for (int seed = 0; seed < files; seed++) {
            var random = new Random(seed);
            sent(seed % 2 == 0 ? seed + ".xlsx" : seed + ".csv", mutilated(seed % 2 == 0 ? xlsx : csv, random));
        }
        assertThat(problems).isEmpty();
    }

    @Test
    void namesOfFilesLeadNowhere() {
        byte[] content = "客户名称\n一家\n".getBytes(StandardCharsets.UTF_8);
        String customer = "/api/v1/customers/" + firm.record("customer", Map.of("name", "收文件"));
        for (String name : NAMES) {
            String sent = name.replace("\"", "%22").replace("\u0000", "\\u0000");
            var kept = admin.form(customer + "/files", Map.of(), sent, content);
            sent(sent, content);
            if (kept.status() >= 500) problems.add("attached: " + name + " " + kept.status());
            if (kept.status() != 201) continue;
            var file = admin.get("/api/v1/files/" + kept.json().path("id").asString());
            String told = file.headers().firstValue("Content-Disposition").orElse("");
            assertThat(told).startsWith("attachment");
            assertThat(file.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(URLDecoder.decode(told.replaceAll(".*filename\\*=UTF-8''", ""), StandardCharsets.UTF_8))
                    .as(name)
                    .doesNotContain("/")
                    .doesNotContain("\\")
                    .doesNotContain("\u202E");
        }
        assertThat(problems).isEmpty();
    }

    private Exchange.Answer sent(String name, byte[] content) {
        long before = allocated();
        long start = System.nanoTime();
        long worked = processor();
        var answer = admin.form("/api/v1/imports/preview", Map.of("object", "customer"), name, content);
        var took = Duration.ofNanos(Math.min(System.nanoTime() - start, processor() - worked));
        long memory = allocated() - before;
        if (answer.status() >= 500) problems.add(name + " → " + answer.status() + answer.text());
        if (took.compareTo(PATIENCE) > 0) problems.add(name + " took " + took);
        if (memory > MEMORY) problems.add(name + " took " + memory / 1_000_000 + " MB");
        return answer;
    }

    /** Everything that all threads ever allocated: more than was ever held at once. */
    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean()).getTotalThreadAllocatedBytes();
    }

    /** Processor time of the whole process: on a machine that others keep busy the clock says nothing. */
    private static long processor() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static byte[] mutilated(byte[] good, Random random) {
        byte[] bytes = random.nextInt(4) == 0 ? Arrays.copyOf(good, 1 + random.nextInt(good.length)) : good.clone();
        for (int i = random.nextInt(20); i >= 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private byte[] good() throws IOException {
        var rows = new StringBuilder(HEADER);
        for (int i = 2; i < 60; i++) {
            rows.append("<row r=\"%d\"><c r=\"A%d\" t=\"inlineStr\"><is><t>恒锐%d</t></is></c></row>".formatted(i, i, i));
        }
        return bytes(XlsxFile.minimal().sheet(rows.toString()));
    }

    private byte[] bytes(XlsxFile file) throws IOException {
        return Files.readAllBytes(file.writeTo(folder.resolve("made.xlsx")));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Map<String, byte[]> hostile() throws IOException {
        String outside = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>";
        String laughs = "<!DOCTYPE w [<!ENTITY a \"lol\">"
                + IntStream.range(1, 10)
                        .mapToObj(
                                i -> "<!ENTITY a" + i + " \"" + ("&a" + (i == 1 ? "" : i - 1) + ";").repeat(10) + "\">")
                        .reduce("", String::concat)
                + "]>";
        String sheet = "xl/worksheets/sheet1.xml";
        var files = new LinkedHashMap<String, byte[]>();
        files.put("xxe.xlsx", bytes(XlsxFile.minimal().with(sheet, outside + "<worksheet>&e;</worksheet>")));
        files.put("laughs.xlsx", bytes(XlsxFile.minimal().with(sheet, laughs + "<worksheet>&a9;</worksheet>")));
        files.put("bomb.xlsx", bytes(XlsxFile.minimal().with(sheet, out -> {
            out.write(utf8("<worksheet><sheetData>"));
            byte[] blanks = utf8(" ".repeat(1_000_000));
            for (int i = 0; i < 300; i++) out.write(blanks);
        })));
        files.put("texts.xlsx", bytes(XlsxFile.minimal().sheet(HEADER).with("xl/sharedStrings.xml", out -> {
            out.write(utf8("<sst>"));
            for (int i = 0; i < 1_000_000; i++) out.write(utf8("<si><t>" + Integer.toString(i, 36) + "</t></si>"));
            out.write(utf8("</sst>"));
        })));
        files.put("wide.csv", utf8("c,".repeat(16_384)));
        files.put(
                "wide.xlsx", bytes(XlsxFile.minimal().sheet(HEADER + "<row r=\"2\"><c r=\"XFD2\"><v>1</v></c></row>")));
        files.put("slip.xlsx", bytes(XlsxFile.minimal().sheet(HEADER).with("../../etc/cron.d/x", "x")));
        files.put("deep.xlsx", bytes(XlsxFile.minimal().sheet("<a>".repeat(100_000))));
        byte[] ole = new byte[8_192];
        System.arraycopy(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, 0, ole, 0, 4);
        files.put("old.xlsx", ole);
        files.put("cut.xlsx", Arrays.copyOf(good(), 700));
        files.put("empty.csv", new byte[0]);
        files.put("quote.csv", utf8("客户名称\n\"没有完\n" + "a\n".repeat(1_000)));
        files.put("endless.csv", utf8("客户名称\n\"" + "x".repeat(3_000_000)));
        files.put("charset.csv", new byte[] {'a', ',', (byte) 0xFF, (byte) 0xFF, '\n'});
        files.put("utf32.csv", "客户名称\n一家\n".getBytes(Charset.forName("UTF-32")));
        files.put("page.xls", utf8("<html><table><tr><td>1</table>"));
        files.put("a.pdf", utf8("%PDF-1.7"));
        return files;
    }
}
