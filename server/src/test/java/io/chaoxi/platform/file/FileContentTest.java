package io.chaoxi.platform.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoxi.platform.problem.Refusal;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileContentTest {
    @TempDir
    Path folder;

    private String type(String name, byte[] content) throws IOException {
        return FileContent.mediaType(Files.write(folder.resolve("file"), content), name);
    }

    private static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    @Test
    void goesByTheContent() throws IOException {
        assertThat(type("a.exe", hex("89504E470D0A1A0A0000"))).isEqualTo("image/png");
        assertThat(type("a.docx", hex("504B030414000600")))
                .isEqualTo("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        assertThat(type("a.zip", hex("504B030414000600"))).isEqualTo("application/zip");
        assertThat(type("page.html", "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("text/plain");
        assertThat(type("a.svg", "<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("text/plain");
        assertThat(type("a.csv", "客户,𠮷\n".repeat(2_000).getBytes(Charset.forName("GB18030"))))
                .isEqualTo("text/csv");
    }

    @Test
    void refusesPrograms() {
        for (String start : new String[] {"4D5A900003000000", "7F454C460201", "CAFEBABE00000034"}) {
            assertThatThrownBy(() -> type("bill.pdf", hex(start + "00000000")))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("fileTypeRefused"));
        }
    }
}
