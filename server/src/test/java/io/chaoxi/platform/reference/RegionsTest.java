package io.chaoxi.platform.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.platform.text.CsvLines;
import io.chaoxi.platform.text.SharedData;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegionsTest {

    @Test
    void everyListedCompanysProvinceAndCityIsARegion() throws IOException {
        for (Map<String, String> company : CsvLines.read(SharedData.file("szse-companies-main/companies.csv"))) {
            List<String> parts = List.of(company.get("province"), company.get("city"));
            String code = Regions.match(parts).codeOrNull();
            assertThat(code).as(parts.toString()).isNotNull();
            Region region = Objects.requireNonNull(Regions.byCode(code));
            assertThat(Regions.label(code)).as(parts.toString()).startsWith(company.get("province"));
            assertThat(region.level()).as(parts.toString()).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void mostRegisteredAddressesNameTheirProvinceOrDeeper() throws IOException {
        List<Map<String, String>> companies = CsvLines.read(SharedData.file("szse-companies-main/companies.csv"));
        long found = companies.stream()
                .filter(company -> {
                    String code =
                            Regions.match(company.get("registered_address")).codeOrNull();
                    return code != null && Regions.label(code).startsWith(company.get("province"));
                })
                .count();
        assertThat(found).isGreaterThan(companies.size() * 95 / 100);
    }

    @ParameterizedTest
    @CsvSource({
        "广东深圳市, 440300",
        "内蒙呼和浩特, 150100",
        "上海上海市, 310000",
        "上海市, 310000",
        "广东 / 深圳市 / 南山区, 440305",
        "广东深圳南山, 440305",
        "北京朝阳, 110105",
        "浙江义乌市, 330782",
        "浙江省义乌市稠江街道1号, 330782",
        "吉林吉林市, 220200",
        "吉林, 220000",
        "吉林市, 220200",
        "海南区, 150303",
        "朝阳, 211300",
        "海南, 460000",
        "湖北仙桃市, 429004",
        "仙桃, 429004",
        "湖北湖北省直辖县级行政区划, 429000",
        "440305, 440305",
        "110100, 110000",
        "重庆市市辖区, 500000",
        "重庆市万州区, 500101",
        "深圳市南山路1号, 440300",
        "延边州, 222400",
        "新疆石河子市, 659001",
        "苏州工业园区, 320576",
        "江苏省苏州市高新区, 320500",
        "香港, 810000",
        "台湾省, 710000",
        "东莞市长安镇, 441900",
        "广西, 450000",
        "锡林郭勒盟, 152500",
        "广东省科技园路1号, 440000",
        "大兴安岭, 232700"
    })
    void readsTheRegionThatATextNames(String text, String code) {
        assertThat(Regions.match(text).codeOrNull()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"朝阳区, 110105", "南山区, 440305", "广东火星市, 440000", "鼓楼区, 320106"})
    void refusesWhatIsAmbiguousAndNamesTheCandidates(String text, String candidate) {
        assertThat(Regions.match(text))
                .isInstanceOfSatisfying(
                        Match.Ambiguous.class,
                        refused -> assertThat(refused.candidates()).contains(candidate));
    }

    @ParameterizedTest
    @CsvSource({"''", "999999", "火星", "Paris", "'  '"})
    void refusesWhatIsNoRegion(String text) {
        assertThat(Regions.match(text)).isInstanceOf(Match.Unknown.class);
    }

    @Test
    void labelsShowTheWayDown() {
        assertThat(Regions.label("440305")).isEqualTo("广东 深圳市 南山区");
        assertThat(Regions.label("110105")).isEqualTo("北京 朝阳区");
        assertThat(Regions.label("429004")).isEqualTo("湖北 仙桃市");
        assertThat(Regions.label("150000")).isEqualTo("内蒙古");
        assertThat(Regions.label("xx")).isEqualTo("xx");
    }

    @Test
    void theTreeHasThirtyFourProvincesAndNoOrphans() {
        assertThat(Regions.children(null)).hasSize(34);
        assertThat(Regions.children("310000")).extracting(Region::code).contains("310115");
        assertThat(Regions.children("429000")).extracting(Region::name).contains("仙桃市");
        assertThat(Regions.all()).allSatisfy(region -> {
            assertThat(region.parent() == null || Regions.byCode(region.parent()) != null)
                    .isTrue();
            assertThat(Regions.match(Regions.label(region.code())).codeOrNull())
                    .as(Regions.label(region.code()))
                    .isEqualTo(region.code());
        });
    }

    @Test
    void searchesByNameAndInitials() {
        assertThat(Regions.search("深圳", 5)).extracting(Region::code).startsWith("440300");
        assertThat(Regions.search("szs", 5)).extracting(Region::name).contains("深圳市", "苏州市");
        assertThat(Regions.search("cqs", 5)).extracting(Region::code).contains("500000");
        assertThat(Regions.search("深圳南山", 5)).extracting(Region::code).containsExactly("440305");
        assertThat(Regions.search(" ", 5)).isEmpty();
    }
}
