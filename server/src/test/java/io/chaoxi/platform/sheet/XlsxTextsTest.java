package io.chaoxi.platform.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class XlsxTextsTest {

    @Test
    void whatXmlCannotHoldComesBackAlsoBehindWhatLooksLikeAnEscape() {
        for (String text : List.of("_x005F_x0041\u000e\u0001", "_x0041", "_x0041_", "__x0041\u0001_", "a_x\u0001")) {
            assertThat(XlsxTexts.unescape(XlsxTexts.escape(text))).isEqualTo(text);
        }
    }
}
