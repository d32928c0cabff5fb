package io.chaoxi.platform.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.platform.text.CsvLines;
import io.chaoxi.platform.text.SharedData;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndustriesTest {

    @Test
    void everyListedCompanysIndustryIsTheSectionOfItsLetter() throws IOException {
        for (Map<String, String> company : CsvLines.read(SharedData.file("szse-companies-main/companies.csv"))) {
            String industry = company.get("industry");
            assertThat(Industries.match(industry).codeOrNull()).as(industry).isEqualTo(industry.substring(0, 1));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "J 金融业, J", "金融业, J", "金融, J", "C35, C35", "c35 专用设备制造业, C35", "35, C35", "C3521, C35", "专用设备制造业, C35",
        "K 房地产, K", "I 信息技术, I", "C 制造业, C", "G 运输仓储, G", "N 公共环保, N", "Q 卫生, Q", "D 水电煤气, D", "S 综合, S",
        "C 专用设备制造业, C35", "Ｃ３５, C35", "批发零售业, F", "酒饮料和精制茶制造业, C15", "IT, I", "A01, A01", "C, C", "教育, P",
        "农林牧渔业, A", "仪器仪表, C40"
    })
    void readsTheIndustryThatACellNames(String text, String code) {
        assertThat(Industries.match(text).codeOrNull()).isEqualTo(code);
    }

    @Test
    void refusesALetterThatContradictsTheName() {
        assertThat(Industries.match("A 金融业")).isEqualTo(new Match.Ambiguous(List.of("A", "J")));
        assertThat(Industries.match("设备")).isInstanceOf(Match.Ambiguous.class);
    }

    @ParameterizedTest
    @CsvSource({"''", "Z 火星", "火星", "C99", "99", "A35"})
    void refusesWhatIsNoIndustry(String text) {
        assertThat(Industries.match(text)).isInstanceOf(Match.Unknown.class);
    }

    @Test
    void hasTwentySectionsAndNinetySevenDivisionsInTheirOrder() {
        assertThat(Industries.children(null)).hasSize(20);
        List<String> divisions = Industries.children(null).stream()
                .flatMap(section -> Industries.children(section.code()).stream())
                .map(division -> division.code().substring(1))
                .toList();
        assertThat(divisions)
                .isEqualTo(IntStream.rangeClosed(1, 97)
                        .mapToObj(n -> String.format("%02d", n))
                        .toList());
    }

    @Test
    void labelsAndSearch() {
        assertThat(Industries.label("C35", Locale.CHINESE)).isEqualTo("制造业 / 专用设备制造业");
        assertThat(Industries.label("C", Locale.ENGLISH)).isEqualTo("Manufacturing");
        assertThat(Industries.search("zysb", 5)).extracting(Industry::code).containsExactly("C35");
        assertThat(Industries.search("software", 5)).extracting(Industry::code).contains("I65");
        assertThat(Industries.search("软件", 5)).extracting(Industry::code).contains("I", "I65");
    }
}
