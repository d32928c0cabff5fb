package io.chaoxi.platform.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chaoxi.platform.match.Places.Place;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A company's name in its parts; as long as nothing was counted each character says eight bits. */
class CompanyNameTest {
    private static CompanyName name(String written) {
        return CompanyName.of(written, Rarity.unknown());
    }

    @ParameterizedTest
    @CsvSource({
        "深圳市振业（集团）股份有限公司, 4403, 振业, true, 股份有限公司",
        "恒锐精密仪器（深圳）有限公司, 4403, 恒锐精密仪器, false, 有限公司",
        "广东省深圳市恒锐精密有限责任公司, 4403, 恒锐精密, false, 有限公司",
        "恒锐精密, '', 恒锐精密, false, ''",
        "恒锐（精密）有限公司, '', 恒锐精密, false, 有限公司",
        "集团恒锐公司, '', 恒锐, true, 公司",
        "北京集团有限公司, 11, 集团, false, 有限公司",
        "上海王集团, 31, 王集团, false, ''",
        "重庆长安分公司, 50, 长安, false, 分公司",
        "粤海有限公司, '', 粤海, false, 有限公司",
        "深圳有限公司, 4403, 深圳, false, 有限公司",
        "上海恒锐（深圳）有限公司, 31, 恒锐, false, 有限公司"
    })
    void placeCoreGroupAndForm(String written, String place, String core, boolean group, String form) {
        CompanyName name = name(written);
        assertThat(name.place.code()).as("place").isEqualTo(place);
        assertThat(name.core).as("core").hasToString(core);
        assertThat(name.group).as("group").isEqualTo(group);
        assertThat(name.form).as("form").isEqualTo(form);
        assertThat(name.full()).isEqualTo(!form.isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "广东省深圳市恒锐, 0, 6, 4403",
        "广东省恒锐, 0, 3, 44",
        "广东恒锐, 0, 2, 44",
        "深圳恒锐, 0, 2, 4403",
        "恒锐深圳, 2, 2, 4403",
        "恒锐深圳, 0, 0, ''",
        "上海北京, 0, 2, 31",
        "广西壮族自治区南宁市, 0, 10, 4501",
        "广西南宁, 0, 4, 4501",
        "深, 0, 0, ''",
        "'', 0, 0, ''"
    })
    void provinceAndCityStandAtTheFront(String text, int from, int length, String code) {
        assertThat(Places.at(text, from)).isEqualTo(new Place(length, code));
    }

    @Test
    void aCityAgreesWithItsProvince() {
        Place shenzhen = new Place(2, "4403");
        assertThat(shenzhen.agrees(new Place(2, "44"))).isTrue();
        assertThat(new Place(2, "44").agrees(shenzhen)).isTrue();
        assertThat(shenzhen.agrees(new Place(2, "4401"))).isFalse();
        assertThat(shenzhen.agrees(Place.NONE)).isTrue();
        assertThat(shenzhen.abbreviations()).isEqualTo("粤");
        assertThat(new Place(2, "51").abbreviations()).isEqualTo("川蜀");
        assertThat(Place.NONE.abbreviations()).isEmpty();
    }

    @Test
    void aLineIsItsCharactersAndWhatTheySay() {
        Line line = Line.of("恒锐𠮷", Rarity.unknown());
        assertThat(line.length()).isEqualTo(3);
        assertThat(line.sum()).isEqualTo(24);
        assertThat(line).hasToString("恒锐𠮷");
        assertThat(line.counted()).containsExactly("h恒", "h锐", "h𠮷");
        assertThat(name("深圳恒锐有限公司").words()).containsExactly("h深", "h圳", "h恒", "h锐");
    }

    /** 15 at most for the core, 8 lost for each character that both have otherwise, 4.8 for one that only one has. */
    @ParameterizedTest
    @CsvSource({
        "浙江海森药业股份有限公司, 浙江海翔药业股份有限公司, 10",
        "海森药业有限公司, 海翔药业有限公司, 7",
        "浙江海森药业有限公司, 广东海森药业有限公司, 6",
        "浙江海森药业有限公司, 杭州海森药业有限公司, 15",
        "浙江海森有限公司, 浙江海森股份有限公司, 16",
        "浙江海森有限公司, 浙江海森集团有限公司, 17",
        "海森药业有限公司, 海森有限公司, 5.4",
        "森海有限公司, 海森有限公司, 0",
        "海森药业有限公司, 海翔有限公司, -9.6"
    })
    void oneCharacterMakesAnotherCompany(String one, String other, double bits) {
        assertThat(RegisteredNames.bits(name(one), name(other))).isCloseTo(bits, within(1e-9));
        assertThat(RegisteredNames.bits(name(other), name(one))).isCloseTo(bits, within(1e-9));
    }

    @Test
    void theSameCoreIsTheSameWhateverStandsAroundIt() {
        assertThat(RegisteredNames.sameCore(name("浙江海森股份有限公司"), name("上海海森有限公司")))
                .isTrue();
        assertThat(RegisteredNames.sameCore(name("浙江海森有限公司"), name("浙江海翔有限公司"))).isFalse();
    }

    /** All characters in order: 15 at most; less 0.05 of what the full name has more, 2.5 times what it lacks. */
    @ParameterizedTest
    @CsvSource({
        "恒锐, 恒锐有限公司, 15",
        "恒锐, 恒锐精密有限公司, 14.2",
        "恒锐股份, 恒锐股份有限公司, 15",
        "粤高速, 广东省高速公路发展股份有限公司, 8.442857142857",
        "南洋, 恒锐有限公司, -22.5"
    })
    void aShortNameIsTakenFromItsFullName(String shortName, String full, double bits) {
        assertThat(ShortNames.bits(name(shortName), name(full))).isCloseTo(bits, within(1e-9));
    }

    @Test
    void aShortNameKeepsNeighboursTogether() {
        double together = ShortNames.bits(name("恒锐"), name("恒锐精密仪器有限公司"));
        double apart = ShortNames.bits(name("恒仪"), name("恒锐精密仪器有限公司"));
        double backwards = ShortNames.bits(name("锐恒"), name("恒锐精密仪器有限公司"));
        assertThat(together).isGreaterThan(apart);
        assertThat(apart).isGreaterThan(backwards);
        assertThat(ShortNames.bits(name("有限公司"), name("恒锐有限公司"))).isZero();
    }

    @Test
    void whatManyHaveSaysLess() {
        assertThat(Rarity.unknown().bits("h恒")).isEqualTo(8);
        assertThat(Rarity.unknown().lost("h恒")).isZero();
        Rarity counted = Rarity.of(Collections.nCopies(768, Party.company("恒锐有限公司")));
        assertThat(counted.bits("h恒")).isCloseTo(0.5, within(1e-9));
        assertThat(counted.bits("h翔")).isCloseTo(10, within(1e-9));
        assertThat(counted.lost("h恒")).isCloseTo(Math.log(384) / Math.log(2), within(1e-9));
        Rarity few = Rarity.of(Collections.nCopies(3, Party.company("恒恒锐")));
        assertThat(few.bits("h恒")).as("each party once").isCloseTo(-log2(4 / 259.0), within(1e-9));
        assertThat(few.lost("h恒")).isCloseTo(log2(1.5), within(1e-9));
        assertThat(Rarity.of(List.of(Party.company("恒锐"))).lost("h恒")).isZero();
    }

    private static double log2(double number) {
        return Math.log(number) / Math.log(2);
    }
}
