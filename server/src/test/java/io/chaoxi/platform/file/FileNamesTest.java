package io.chaoxi.platform.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FileNamesTest {

    @Test
    void keepsTheLastPartOnly() {
        assertThat(FileNames.clean("../../etc/passwd")).isEqualTo("passwd");
        assertThat(FileNames.clean("C:\\temp\\报价.xlsx")).isEqualTo("报价.xlsx");
        assertThat(FileNames.clean("..")).isEqualTo("file");
        assertThat(FileNames.clean("a/")).isEqualTo("file");
        assertThat(FileNames.clean(null)).isEqualTo("file");
    }

    @Test
    void dropsWhatDeceives() {
        assertThat(FileNames.clean("exe\u202Egnp.txt")).isEqualTo("exegnp.txt");
        assertThat(FileNames.clean("a\u0000b\u001F.pdf\n")).isEqualTo("ab.pdf");
        assertThat(FileNames.clean("CON.txt")).isEqualTo("_CON.txt");
        assertThat(FileNames.clean("a<b>|c?.txt. .")).isEqualTo("a_b__c_.txt");
        assertThat(FileNames.clean("报价<1>&%22x.txt")).isEqualTo("报价_1_&_x.txt");
        assertThat(FileNames.clean("家庭👨‍👩‍👧.png")).isEqualTo("家庭👨‍👩‍👧.png");
        assertThat(FileNames.clean("半\uD83D.txt")).isEqualTo("半.txt");
    }

    @Test
    void shortensToTwoHundredFiftyFiveWithTheExtension() {
        assertThat(FileNames.clean("长".repeat(300) + ".XLSX")).hasSize(255).endsWith("长.XLSX");
        assertThat(FileNames.clean("𠮷".repeat(200) + ".pdf"))
                .hasSizeLessThanOrEqualTo(255)
                .endsWith("𠮷.pdf");
        assertThat(FileNames.extension("A.XLSX")).isEqualTo("xlsx");
        assertThat(FileNames.extension(".profile")).isEmpty();
    }
}
