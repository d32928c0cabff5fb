package io.chaoxi.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.platform.sheet.XlsxFile;
import io.chaoxi.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * G17: a program with a heap of 512 MB reads hostile files, all at once, writes exports and keeps event streams open. It does
 * not run out of memory, which would end it, and does all of the work. {@code -Dsafety.memoryFiles=50
 * -Dsafety.memoryExports=20 -Dsafety.memoryRows=100000 -Dsafety.memoryPages=1000} for the full figure.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LittleMemoryTest {
    private static final int PAGES_OF_PERSON = 5;
    private static final int IMPORTED_AT_ONCE = 50_000;
    private static final int FILES = Counts.of("memoryFiles", 6);
    private static final int EXPORTS = Counts.of("memoryExports", 2);
    private static final int ROWS = Counts.of("memoryRows", 1_000);
    private static final int PAGES = Counts.of("memoryPages", 10);

    @TempDir
    Path folder;

    private final List<OpenPages> pages = new ArrayList<>();

    @Test
    void aSmallHeapIsEnough() throws Exception {
        try (var database = TestDatabase.create()) {
            var settings =
                    new HashMap<>(ProgramProcess.on(database, database.app().url()));
            settings.put("JDK_JAVA_OPTIONS", "-Xmx512m -XX:+ExitOnOutOfMemoryError");
            try (var program = new ProgramProcess("little-memory-" + database.name(), settings)) {
                program.start();
                var work = new Work(program.signIn(), program.port());
                arrange(work);
                suffer(work, program, database);
            } finally {
                for (OpenPages some : pages) some.close();
            }
        }
    }

    private void arrange(Work work) {
        long version =
                work.http().get("/api/v1/firm/limits").json().path("version").asLong();
        var limits = work.http().patch("/api/v1/firm/limits", version, Map.of("exportRowsPerDay", 100_000_000));
        assertThat(limits.status()).as(limits.text()).isEqualTo(200);
        for (int from = 0; from < ROWS; from += IMPORTED_AT_ONCE)
            work.done(work.importCustomers("内存公司" + from + "-", Math.min(IMPORTED_AT_ONCE, ROWS - from)));
        for (int i = 0; i < PAGES / PAGES_OF_PERSON; i++)
            pages.add(new OpenPages(PAGES_OF_PERSON, work.colleague(i), work.port()));
        pages.forEach(OpenPages::awaitOpen);
    }

    private void suffer(Work work, ProgramProcess program, TestDatabase database) throws Exception {
        var exports = new ArrayList<String>();
        for (int i = 0; i < EXPORTS; i++) exports.add(work.export(i % 2 == 0 ? "csv" : "xlsx", "name=like=内存公司"));
        var files = hostile();
        var answers = new ConcurrentLinkedQueue<String>();
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < FILES; i++) {
                Path file = files.get(i % files.size());
                senders.execute(() -> answers.add(work.preview(file)));
            }
        }
        exports.forEach(work::done);
        Map<String, Long> told =
                answers.stream().collect(Collectors.groupingBy(one -> one, TreeMap::new, Collectors.counting()));
        int open = pages.stream().mapToInt(OpenPages::open).sum();
        var after = Vitals.of(program, database);
        System.out.printf(
                "little memory: 512 MB heap, %d hostile files at once %s, %d exports of %d rows, %d event streams (%d open at the end): %s%n",
                FILES, told, EXPORTS, ROWS, PAGES, open, after);
        assertThat(program.running().isAlive()).as("no OutOfMemoryError").isTrue();
        assertThat(Files.readString(program.home().resolve("output.log"))).doesNotContain("java.lang.OutOfMemoryError");
        assertThat(answers).hasSize(FILES).allMatch(answer -> answer.startsWith("4") || answer.startsWith("503"));
        assertThat(open).isEqualTo(PAGES);
    }

    /** Files that want much memory: what is small in them becomes large, or is never at its end. */
    private List<Path> hostile() throws IOException {
        String sheet = "xl/worksheets/sheet1.xml";
        String header = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>客户名称</t></is></c></row>";
        return List.of(
                XlsxFile.minimal()
                        .sheet(header)
                        .with("xl/sharedStrings.xml", out -> {
                            out.write(utf8("<sst>"));
                            for (int i = 0; i < 1_000_000; i++)
                                out.write(utf8("<si><t>" + Integer.toString(i, 36) + "</t></si>"));
                            out.write(utf8("</sst>"));
                        })
                        .writeTo(folder.resolve("texts.xlsx")),
                XlsxFile.minimal()
                        .with(sheet, out -> {
                            out.write(utf8("<worksheet><sheetData>"));
                            byte[] blanks = utf8(" ".repeat(1_000_000));
                            for (int i = 0; i < 300; i++) out.write(blanks);
                        })
                        .writeTo(folder.resolve("bomb.xlsx")),
                XlsxFile.minimal().sheet("<a>".repeat(1_000_000)).writeTo(folder.resolve("deep.xlsx")),
                Files.write(folder.resolve("endless.csv"), utf8("客户名称\n\"" + "长".repeat(10_000_000))),
                Files.write(folder.resolve("wide.csv"), utf8("c,".repeat(10_000_000))),
                XlsxFile.minimal()
                        .sheet(header + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>" + "长".repeat(10_000_000)
                                + "</t></is></c></row>")
                        .writeTo(folder.resolve("cell.xlsx")));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
