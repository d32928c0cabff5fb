package io.chaoxi.platform.sheet;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

class SheetFuzzTest {

    /** Any bytes are a spreadsheet or refused. */
    @FuzzTest(maxDuration = "60s")
    void readsOrRefusesAnyFile(byte[] content) throws IOException {
        Path file = Files.createTempFile("fuzz", ".xlsx");
        try {
            Files.write(file, content);
            read(file);
        } finally {
            Files.delete(file);
        }
    }

    /** Any bytes in the place of the sheet are a sheet or refused. */
    @FuzzTest(maxDuration = "60s")
    void readsOrRefusesAnySheet(byte[] sheet) throws IOException {
        Path file = Files.createTempFile("fuzz", ".xlsx");
        try {
            XlsxFile.minimal()
                    .with("xl/worksheets/sheet1.xml", out -> out.write(sheet))
                    .writeTo(file);
            read(file);
        } finally {
            Files.delete(file);
        }
    }

    /** The guard is undone exactly, whatever the text. */
    @FuzzTest(maxDuration = "30s")
    void theGuardIsReversible(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        String guarded = FormulaGuard.guard(text);
        if (!FormulaGuard.unguard(guarded).equals(text)
                || !XlsxTexts.unescape(XlsxTexts.escape(text)).equals(text)) {
            throw new AssertionError("not reversible: " + text);
        }
    }

    private static void read(Path file) throws IOException {
        try (SheetReader reader = SheetReader.open(file, "fuzz.xlsx", SheetLimits.ofRows(1_000))) {
            while (reader.next() != null) {
                reader.header();
            }
        } catch (SheetRefused refused) {
            if (refused.code().isEmpty()) {
                throw new AssertionError(refused);
            }
        }
    }
}
